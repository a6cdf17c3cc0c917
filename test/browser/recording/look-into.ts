import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import type { Track } from '../../../shared/contract/kinds/demo.ts';

const run = promisify(execFile);
const maxBuffer = 256 * 1024 * 1024;

const hlsOptions = (file: string) => (file.endsWith('.m3u8') ? ['-allowed_extensions', 'ALL'] : []);

const Probed = z.object({
  streams: z.array(
    z.object({
      index: z.number(),
      codec_type: z.string(),
      codec_name: z.string(),
      level: z.optional(z.number()),
    }),
  ),
  packets: z.array(
    z.object({
      stream_index: z.number(),
      pts_time: z.string(),
      duration_time: z.optional(z.string()),
      flags: z.string(),
    }),
  ),
});

/** What ffprobe reads of one kind in a file or playlist: its codec, when it starts and ends, its key frames. */
export const lookInto = async (file: string) => {
  const args = ['-v', 'error', ...hlsOptions(file), '-show_streams', '-show_packets', '-of', 'json'];
  const { stdout } = await run('ffprobe', [...args, file], { maxBuffer });
  const { streams, packets } = Probed.parse(JSON.parse(stdout));
  const of = (kind: 'video' | 'audio') => {
    const stream = streams.find(({ codec_type }) => codec_type === kind);
    if (!stream) throw new Error(`${file} has no ${kind}`);
    const own = packets.filter(({ stream_index }) => stream_index === stream.index);
    const starts = own.map(({ pts_time }) => Number(pts_time));
    const ends = own.map(({ duration_time }, at) => (starts[at] ?? 0) + Number(duration_time ?? 0));
    const start = Math.min(...starts);
    return {
      codec: stream.codec_name,
      level: stream.level ?? 0,
      seconds: Math.max(...ends) - start,
      frames: starts.length,
      longestGap: starts
        .toSorted((a, b) => a - b)
        .reduce((most, at, index, all) => Math.max(most, at - (all[index - 1] ?? at)), 0),
      keyFrames: starts.filter((_, at) => own[at]?.flags.startsWith('K')).map((time) => time - start),
    };
  };
  return { video: of('video'), audio: of('audio') };
};

/** Decodes everything in it; what the decoders complain about. */
export const complaints = async (file: string): Promise<string> => {
  const args = [
    '-v',
    'error',
    ...hlsOptions(file),
    '-count_frames',
    '-show_entries',
    'stream=nb_read_frames',
  ];
  return (await run('ffprobe', [...args, file])).stderr;
};

/** Decodes each segment by itself, with its init segment alone; those that do not stand alone. */
export const leaningSegments = async (folder: string, track: Track): Promise<string[]> => {
  const init = await readFile(join(folder, track.init));
  const leaning: string[] = [];
  for (const { name } of track.segments) {
    const alone = join(folder, 'alone.mp4');
    await writeFile(alone, Buffer.concat([init, await readFile(join(folder, name))]));
    if ((await complaints(alone)) !== '') leaning.push(name);
  }
  return leaning;
};

/** When the picture turns white: seconds from its start. */
export const flashes = async (file: string): Promise<number[]> => {
  const filter = `movie='${file}',signalstats`;
  const entries = 'frame=pts_time:frame_tags=lavfi.signalstats.YAVG';
  const args = ['-v', 'error', '-f', 'lavfi', filter, '-show_entries', entries, '-of', 'csv=p=0'];
  const { stdout } = await run('ffprobe', args, { maxBuffer });
  const frames = stdout
    .trim()
    .split('\n')
    .map((line) => line.split(',').map(Number));
  return frames
    .filter(([, bright = 0], at) => bright > 128 && (frames[at - 1]?.[1] ?? 255) <= 128)
    .map(([time = 0]) => time);
};

/** When a beep begins after silence: seconds from the sound's start. */
export const beeps = async (file: string): Promise<number[]> => {
  const rate = 8_000;
  const args = ['-v', 'error', '-i', file, '-vn', '-ac', '1', '-ar', String(rate), '-f', 'f32le', '-'];
  const { stdout } = await run('ffmpeg', args, { maxBuffer, encoding: 'buffer' });
  const samples = new Float32Array(stdout.buffer, stdout.byteOffset, Math.floor(stdout.length / 4));
  const found: number[] = [];
  let quietSince = 0;
  samples.forEach((sample, at) => {
    if (Math.abs(sample) < 0.1) return;
    if (at - quietSince > rate / 4) found.push(at / rate);
    quietSince = at;
  });
  return found;
};
