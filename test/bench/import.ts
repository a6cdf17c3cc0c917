import { execFile } from 'node:child_process';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Desk, openDesk } from '../browser/bring/desk.ts';
import { turnVideo } from '../browser/bring/turn-video.ts';
import { launchChromium } from '../browser/harness/browsers.ts';

const execute = promisify(execFile);

type Format = { name: string; size: string; options: string[]; isTurned?: boolean };

/** As phones and cameras of the last twenty years write them. */
const formats: Record<string, Format> = {
  hevc: {
    name: 'phone.mov',
    size: '1920x1080',
    options: [
      '-c:v',
      'libx265',
      '-preset',
      'ultrafast',
      '-x265-params',
      'log-level=none',
      '-tag:v',
      'hvc1',
      '-g',
      '30',
      '-b:v',
      '8M',
      '-c:a',
      'aac',
    ],
  },
  h264: {
    name: 'upright.mov',
    size: '1920x1080',
    options: ['-c:v', 'libx264', '-preset', 'veryfast', '-bf', '2', '-g', '30', '-b:v', '12M', '-c:a', 'aac'],
    isTurned: true,
  },
  vp8: {
    name: 'browser.webm',
    size: '1280x720',
    options: [
      '-c:v',
      'libvpx',
      '-deadline',
      'realtime',
      '-cpu-used',
      '8',
      '-b:v',
      '2500k',
      '-c:a',
      'libopus',
    ],
  },
  mpeg4: {
    name: 'camera.avi',
    size: '640x480',
    options: ['-c:v', 'mpeg4', '-bf', '1', '-g', '250', '-b:v', '3M', '-c:a', 'libmp3lame'],
  },
  wmv: { name: 'old.wmv', size: '640x480', options: ['-c:v', 'wmv2', '-b:v', '2M', '-c:a', 'wmav2'] },
  threeGp: {
    name: 'old.3gp',
    size: '352x288',
    options: ['-c:v', 'h263', '-r', '15', '-b:v', '400k', '-c:a', 'aac', '-ar', '8000', '-ac', '1'],
  },
};

/** Something that moves everywhere, as a hand-held picture does. */
const makeFile = async (folder: string, seconds: number, { name, size, options, isTurned }: Format) => {
  const picture = `testsrc2=size=${size}:rate=30:duration=${seconds},noise=alls=12:allf=t`;
  const sound = `sine=frequency=300:sample_rate=48000:duration=${seconds}`;
  const made = join(folder, `made-${name}`);
  const inputs = ['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', sound];
  await execute('ffmpeg', ['-y', '-v', 'error', ...inputs, '-pix_fmt', 'yuv420p', ...options, made]);
  await rename(isTurned ? await turnVideo(made) : made, join(folder, name));
};

/** The same by ffmpeg on the machine itself: 720p, a key frame each two seconds, one channel of AAC. */
const nativeSeconds = async (file: string): Promise<number> => {
  const startMs = performance.now();
  const scale =
    "scale='min(1280,iw)':'min(1280,ih)':force_original_aspect_ratio=decrease:force_divisible_by=2";
  const picture = [
    '-vf',
    scale,
    '-r',
    '30',
    '-c:v',
    'libx264',
    '-preset',
    'veryfast',
    '-g',
    '60',
    '-bf',
    '0',
  ];
  await execute('ffmpeg', [
    '-y',
    '-v',
    'error',
    '-i',
    file,
    ...picture,
    '-c:a',
    'aac',
    '-ac',
    '1',
    `${file}.mp4`,
  ]);
  await rm(`${file}.mp4`);
  return (performance.now() - startMs) / 1000;
};

const measure = async (desk: Desk, key: string, seconds: number, format: Format) => {
  await makeFile(desk.folder, seconds, format);
  const outcome = await desk.bring(format.name);
  const native = await nativeSeconds(join(desk.folder, format.name));
  const rounded = (speed: number) => Math.round(speed * 100) / 100;
  return {
    [`${key}Speed`]: 'take' in outcome ? rounded(seconds / outcome.seconds) : null,
    ...('failed' in outcome && { [`${key}Reason`]: outcome.failed }),
    [`${key}NativeSpeed`]: rounded(seconds / native),
  };
};

/** A minute (or as many seconds as are given) of video of each kind: how many times faster than it plays. */
export const run = async ([wanted = '60', ...only]: string[]) => {
  const seconds = Number(wanted);
  const desk = await openDesk(() => launchChromium({ answerMs: 1_800_000 }));
  try {
    let result = {};
    for (const [key, format] of Object.entries(formats)) {
      if (only.length > 0 && !only.includes(key)) continue;
      result = { ...result, ...(await measure(desk, key, seconds, format)) };
    }
    return { seconds, ...result };
  } finally {
    await desk.close();
  }
};
