import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const maxBuffer = 512 * 1024 * 1024;
const bits = 12;

const inputOf = (file: string) => [
  ...(file.endsWith('.m3u8') ? ['-allowed_extensions', 'ALL'] : []),
  '-i',
  file,
];

/** The number that each frame carries as twelve bars along its top (`page/made-take.ts`), in the order of play. */
export const frameNumbers = async (file: string): Promise<number[]> => {
  const bars = `crop=iw:ih/8:0:0,scale=${bits}:1:flags=area,format=gray`;
  const args = ['-v', 'error', ...inputOf(file), '-an', '-vf', bars, '-fps_mode', 'passthrough'];
  const { stdout } = await run('ffmpeg', [...args, '-f', 'rawvideo', '-'], { maxBuffer, encoding: 'buffer' });
  return Array.from({ length: stdout.length / bits }, (_, frame) =>
    stdout
      .subarray(frame * bits, (frame + 1) * bits)
      .reduce((number, bright) => number * 2 + (bright > 128 ? 1 : 0), 0),
  );
};

/** How loud a tone ever is, of 1, in twentieths of a second. */
export const loudest = async (file: string, hertz: number): Promise<number> => {
  const rate = 16_000;
  const args = ['-v', 'error', ...inputOf(file), '-vn', '-ac', '1', '-ar', String(rate), '-f', 'f32le', '-'];
  const { stdout } = await run('ffmpeg', args, { maxBuffer, encoding: 'buffer' });
  const samples = new Float32Array(new Uint8Array(stdout).buffer, 0, Math.floor(stdout.length / 4));
  const window = rate / 20;
  let most = 0;
  for (let begin = 0; begin + window <= samples.length; begin += window / 4) {
    let [real, imaginary] = [0, 0];
    for (let at = 0; at < window; at++) {
      // A window that fades in and out: a tone that only begins or ends here is not taken for another.
      const value = (samples[begin + at] ?? 0) * (1 - Math.cos((2 * Math.PI * at) / window));
      const turn = (2 * Math.PI * hertz * at) / rate;
      real += value * Math.cos(turn);
      imaginary += value * Math.sin(turn);
    }
    most = Math.max(most, (2 * Math.hypot(real, imaginary)) / window);
  }
  return most;
};

/** What ffmpeg says while it decodes all of a file or playlist. */
export const warnings = async (file: string): Promise<string> =>
  (await run('ffmpeg', ['-v', 'warning', ...inputOf(file), '-f', 'null', '-'])).stderr;
