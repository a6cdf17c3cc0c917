import type { FFmpeg } from '@ffmpeg/ffmpeg';
import { soundRate } from '../capture/hear-track.ts';
import { noiseLevel } from './noise-level.ts';

/** What speech is published at (EBU R128 s2: −16 for small speakers in a loud place). */
const targetLufs = -16;
/** Further than this off, the gain is corrected once. */
const nearLu = 0.3;
/** Quieter than this nobody speaks: to make it louder would be to publish noise. */
const silentLufs = -60;
const mostGainDb = 40;
/** Under −1 dBTP, with what a peak may rise between samples and in the encoder. */
const limit = 10 ** (-2.5 / 20);
/** afftdn is late by 25 ms (libavfilter/af_afftdn.c: two of its steps, a step is a rate's 80th part). */
const lateSamples = soundRate / 40;

const raw = ['-f', 'f32le', '-ar', String(soundRate), '-ac', '1'];
/** Desks, traffic and mains hum, 24 dB an octave; the deepest voices begin a little above. */
const rumble = 'highpass=f=75,highpass=f=75';
/** The lines of each moment at a level that is not shown: the summary alone is. */
const measure = 'ebur128=framelog=verbose';

/** One command over the file `from`; what it measured in the end, in LUFS. */
const filter = async (ffmpeg: FFmpeg, from: string, filters: string, to: string): Promise<number> => {
  const lines: string[] = [];
  const keep = ({ message }: { message: string }) => lines.push(message);
  ffmpeg.on('log', keep);
  const code = await ffmpeg.exec([...raw, '-i', from, '-af', filters, ...raw, to]);
  ffmpeg.off('log', keep);
  if (code !== 0) throw new Error(`ffmpeg: ${lines.slice(-5).join('\n')}`);
  const [, lufs] = [...lines.join('\n').matchAll(/I: +(\S+) LUFS/g)].at(-1) ?? [];
  return Number(lufs ?? -Infinity);
};

const read = async (ffmpeg: FFmpeg, name: string): Promise<Float32Array<ArrayBuffer>> => {
  const bytes = await ffmpeg.readFile(name);
  if (typeof bytes === 'string') throw new Error('raw sound is bytes');
  return new Float32Array(bytes.slice().buffer);
};

/**
 * Speech without the rumble and noise of its room, at −16 LUFS and under −1 dBTP (EBU R128), as long as before and
 * in its place to the sample; null where nothing is to be heard. `onStep` hears how much of the work is done.
 */
export const filterSound = async (
  ffmpeg: FFmpeg,
  mono: Float32Array<ArrayBuffer>,
  onStep: (share: number) => void,
): Promise<Float32Array<ArrayBuffer> | null> => {
  const { length } = mono;
  const names = ['recorded', 'rumbles-not', 'clean', 'loud'] as const;
  const [recorded, rumblesNot, clean, loud] = names;
  await ffmpeg.writeFile(recorded, new Uint8Array(mono.buffer));
  try {
    await filter(ffmpeg, recorded, rumble, rumblesNot);
    onStep(0.1);
    const noise = noiseLevel(await read(ffmpeg, rumblesNot));
    const quieter = `apad=pad_len=${lateSamples},afftdn=nr=15:nf=${noise.toFixed(1)},atrim=start_sample=${lateSamples}`;
    const lufs = await filter(ffmpeg, rumblesNot, `${quieter},asetpts=N,${measure}`, clean);
    onStep(0.7);
    if (!(lufs > silentLufs)) return null;
    const amplify = (gainDb: number) => {
      const gain = `volume=${Math.min(mostGainDb, gainDb).toFixed(2)}dB`;
      return filter(
        ffmpeg,
        clean,
        `${gain},alimiter=limit=${limit.toFixed(3)}:level=0:latency=1,${measure}`,
        loud,
      );
    };
    const gainDb = targetLufs - lufs;
    const offLu = targetLufs - (await amplify(gainDb));
    onStep(0.85);
    if (Math.abs(offLu) > nearLu) await amplify(gainDb + offLu);
    onStep(1);
    const done = new Float32Array(length);
    done.set((await read(ffmpeg, loud)).subarray(0, length));
    return done;
  } finally {
    const there = new Set((await ffmpeg.listDir('/')).map(({ name }) => name));
    for (const name of names) if (there.has(name)) await ffmpeg.deleteFile(name);
  }
};
