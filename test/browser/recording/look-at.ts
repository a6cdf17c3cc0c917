import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const maxBuffer = 256 * 1024 * 1024;
const inputOf = (file: string, fromSeconds = 0) => [
  '-v',
  'info',
  '-nostats',
  ...(file.endsWith('.m3u8') ? ['-allowed_extensions', 'ALL'] : []),
  '-i',
  file,
  // After the input: decoded from the start, so that every picture is right.
  '-ss',
  String(fromSeconds),
];
const ffmpeg = async (file: string, fromSeconds: number, ...args: string[]): Promise<string> =>
  (await run('ffmpeg', [...inputOf(file, fromSeconds), ...args, '-f', 'null', '-'], { maxBuffer })).stderr;

/** Whether the picture stands still for a second, from then on. */
export const standing = async (file: string, fromSeconds: number): Promise<boolean> =>
  (await ffmpeg(file, fromSeconds, '-an', '-t', '1.2', '-vf', 'freezedetect=n=0.0001:d=0.9')).includes(
    'freeze_start',
  );

/** The mean volume of a second, in dB of full scale; of one pitch alone where it is given. */
export const loudness = async (file: string, fromSeconds: number, hertz?: number): Promise<number> => {
  const pitch = hertz ? `bandpass=f=${hertz}:width_type=h:w=${hertz / 10},`.repeat(2) : '';
  const said = await ffmpeg(file, fromSeconds, '-vn', '-t', '1', '-af', `${pitch}volumedetect`);
  return Number(/mean_volume: (-?[\d.]+) dB/.exec(said)?.[1]);
};

export type Area = { left: number; top: number; width: number; height: number };

/** The mean red, green and blue, 0 to 255, of an area (shares of the frame) of the picture at that moment. */
export const colourAt = async (file: string, atSeconds: number, area: Area): Promise<number[]> => {
  const { left, top, width, height } = area;
  const filter = `crop=iw*${width}:ih*${height}:iw*${left}:ih*${top},scale=1:1:flags=area,format=rgb24`;
  const args = [...inputOf(file, atSeconds), '-frames:v', '1', '-vf', filter, '-f', 'rawvideo', '-'];
  const { stdout } = await run('ffmpeg', args, { maxBuffer, encoding: 'buffer' });
  return [...stdout];
};
