import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Take, Track } from '../../../shared/contract/kinds/demo.ts';
import { mediaPlaylist } from '../../../shared/rules/playlist.ts';
import { rawSound } from './make-speech.ts';

const run = promisify(execFile);
const maxBuffer = 256 * 1024 * 1024;

/** A rendition as one file, as a player has it. */
export const joinTrack = async (folder: string, { init, segments }: Track): Promise<string> => {
  const names = [init, ...segments.map(({ name }) => name)];
  const file = join(folder, `${init}.whole.mp4`);
  await writeFile(file, Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name))))));
  return file;
};

/** What the Worker serves of the sound of a demo that plays on its takes' own time. */
export const writePlaylist = async (folder: string, takes: Take[]): Promise<string> => {
  const file = join(folder, 'audio.m3u8');
  await writeFile(file, mediaPlaylist({ takes }, 'audio'));
  return file;
};

/** EBU R128, as FFmpeg's own ebur128 measures it in a file or playlist. */
export const loudness = async (file: string): Promise<{ lufs: number; peakDb: number }> => {
  const open = file.endsWith('.m3u8') ? ['-allowed_extensions', 'ALL', '-i', file] : ['-i', file];
  const measure = ['-af', 'ebur128=peak=true:framelog=verbose', '-f', 'null', '-'];
  const { stderr } = await run('ffmpeg', ['-hide_banner', '-nostats', ...open, '-vn', ...measure], {
    maxBuffer,
  });
  const last = (pattern: RegExp) => Number([...stderr.matchAll(pattern)].at(-1)?.[1]);
  return { lufs: last(/I: +(\S+) LUFS/g), peakDb: last(/Peak: +(\S+) dBFS/g) };
};

/** What is heard, without the deep part that cleaning takes away: 48,000 samples a second. */
export const listen = async (file: string): Promise<Float32Array> => {
  const args = ['-v', 'error', '-i', file, '-vn', '-af', 'highpass=f=400', ...rawSound, '-'];
  const { stdout } = await run('ffmpeg', args, { maxBuffer, encoding: 'buffer' });
  return new Float32Array(stdout.buffer, stdout.byteOffset, Math.floor(stdout.length / 4));
};

/** By how many samples one is later than the other around a moment: where they are most alike. */
export const laterBy = (one: Float32Array, other: Float32Array, atSeconds: number): number => {
  const from = Math.round(atSeconds * 48_000);
  const most = 2_000;
  const likeness = (shift: number) => {
    let sum = 0;
    for (let at = from; at < from + 9_600; at++) sum += (one[at] ?? 0) * (other[at + shift] ?? 0);
    return sum;
  };
  const shifts = Array.from({ length: 2 * most }, (_, at) => at - most);
  const alike = shifts.map(likeness);
  return shifts[alike.indexOf(Math.max(...alike))] ?? Number.NaN;
};

/** The level of a stretch, in dBFS. */
export const level = (samples: Float32Array, fromSeconds: number, toSeconds: number): number => {
  const part = samples.subarray(fromSeconds * 48_000, toSeconds * 48_000);
  return 10 * Math.log10(part.reduce((sum, value) => sum + value * value, 1e-12) / part.length);
};
