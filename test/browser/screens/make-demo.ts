import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Demo, Take } from '../../../shared/contract/kinds/demo.ts';

const run = promisify(execFile);

type Made = { body: Demo; files: Record<string, Uint8Array> };

const segmentsOf = (playlist: string): { name: string; seconds: number }[] =>
  [...playlist.matchAll(/#EXTINF:([\d.]+),\s*\n(.+)/g)].map(([, seconds, name]) => ({
    name: name ?? '',
    seconds: Number(seconds),
  }));

/** One take as the recorder leaves it: CMAF segments of two seconds, picture and sound apart. */
const makeTake = async (folder: string, index: number, seconds: number): Promise<Take> => {
  const rendition = async (letter: 'v' | 'a', ...input: string[]) => {
    const base = `t${index}-${letter}`;
    const hls = ['-f', 'hls', '-hls_time', '2', '-hls_segment_type', 'fmp4', '-hls_playlist_type', 'vod'];
    const names = [
      '-hls_fmp4_init_filename',
      `${base}-init.mp4`,
      '-hls_segment_filename',
      `${base}-%04d.m4s`,
    ];
    await run(
      'ffmpeg',
      ['-y', '-loglevel', 'error', '-f', 'lavfi', '-i', ...input, ...hls, ...names, `${base}.m3u8`],
      {
        cwd: folder,
      },
    );
    const segments = segmentsOf(await readFile(join(folder, `${base}.m3u8`), 'utf8'));
    return { init: `${base}-init.mp4`, segments };
  };
  const picture = `testsrc2=size=640x360:rate=30:duration=${seconds}`;
  const h264 = [
    '-c:v',
    'libx264',
    '-profile:v',
    'high',
    '-level',
    '3.1',
    '-pix_fmt',
    'yuv420p',
    '-g',
    '60',
    '-bf',
    '0',
  ];
  const sound = `sine=frequency=${330 + index * 110}:sample_rate=48000:duration=${seconds}`;
  return {
    video: { ...(await rendition('v', picture, ...h264)), codec: 'avc1.64001f', width: 640, height: 360 },
    audio: { ...(await rendition('a', sound, '-c:a', 'aac', '-ac', '1')), codec: 'mp4a.40.2' },
  };
};

/** A demo with a moving test picture and a tone, its takes as long as asked. */
export const makeDemo = async (
  title: string,
  strategy: string,
  takeSeconds: readonly number[],
): Promise<Made> => {
  const folder = await mkdtemp(join(tmpdir(), 'chalkloop-demo-'));
  const takes: Take[] = [];
  for (const [index, seconds] of takeSeconds.entries()) takes.push(await makeTake(folder, index, seconds));
  const poster = [
    '-f',
    'lavfi',
    '-i',
    'testsrc2=size=640x360:rate=1:duration=1',
    '-frames:v',
    '1',
    'poster.jpg',
  ];
  await run('ffmpeg', ['-y', '-loglevel', 'error', ...poster], { cwd: folder });
  const files: Record<string, Uint8Array> = {};
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.m3u8')) files[name] = await readFile(join(folder, name));
  }
  await rm(folder, { recursive: true });
  const seconds = takeSeconds.reduce((sum, take) => sum + take, 0);
  const students = { answer: 'no' as const, wording: 'Could students be identified?', at: 1 };
  return {
    files,
    body: { title, strategy, seconds, takes, poster: 'poster.jpg', captions: 'pending', students },
  };
};
