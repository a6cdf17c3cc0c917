import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { makeVideo } from './make-video.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

const run = promisify(execFile);
const at = (name: string) => join(desk.folder, name);
const ffmpeg = (...args: string[]) => run('ffmpeg', ['-y', '-v', 'error', ...args]);
const tone = ['-f', 'lavfi', '-i', 'sine=duration=3'];
const small = ['-c:v', 'libx264', '-c:a', 'aac'];
const key = ['-encryption_key', '00112233445566778899aabbccddeeff', '-encryption_kid', '0'.repeat(32)];

/** Bytes that are the same at each run, and as good as random. */
const noise = (seed: string, count: number): Buffer => {
  const blocks = Array.from({ length: Math.ceil(count / 32) }, (_, index) =>
    createHash('sha256').update(`${seed} ${index}`).digest(),
  );
  return Buffer.concat(blocks).subarray(0, count);
};
const numberOf = (seed: string, below: number): number => noise(seed, 4).readUInt32BE() % below;

const bad: [what: string, code: string, name: string, make: (file: string) => Promise<unknown>][] = [
  ['an empty file', 'file-empty', 'empty.mp4', (file) => writeFile(file, '')],
  ['a PDF with another name', 'not-a-video', 'pdf.mp4', (file) => writeFile(file, '%PDF-1.7\n'.repeat(500))],
  ['a text', 'not-a-video', 'notes.mov', (file) => writeFile(file, 'What did you try? '.repeat(500))],
  ['noise', 'not-a-video', 'noise.avi', (file) => writeFile(file, noise('noise', 50_000))],
  [
    'a photo',
    'not-a-video',
    'photo.mp4',
    (file) => ffmpeg(...['-f', 'lavfi', '-i', 'testsrc2'], '-frames:v', '1', '-f', 'mjpeg', file),
  ],
  ['an MP3', 'video-without-picture', 'song.mp3', (file) => ffmpeg(...tone, file)],
  ['a WAV', 'video-without-picture', 'song.wav', (file) => ffmpeg(...tone, file)],
  ['sound in an MP4', 'video-without-picture', 'song.mp4', (file) => ffmpeg(...tone, file)],
  ['sound in a WMA', 'video-without-picture', 'song.wma', (file) => ffmpeg(...tone, file)],
  [
    'an MP4 without its index',
    'video-broken',
    'cut.mp4',
    async (file) => {
      const whole = await readFile(await makeVideo(desk.folder, 'whole.mp4', 3, small));
      await writeFile(file, whole.subarray(0, whole.indexOf('moov') - 4));
    },
  ],
  [
    'an encrypted MP4',
    'video-encrypted',
    'locked.mp4',
    (file) =>
      makeVideo(desk.folder, file.slice(desk.folder.length + 1), 3, [
        ...small,
        '-encryption_scheme',
        'cenc-aes-ctr',
        ...key,
      ]),
  ],
  [
    'half an hour and more',
    'video-too-long',
    'long.mp4',
    (file) =>
      ffmpeg(...['-f', 'lavfi', '-i', 'color=size=64x64:rate=1:duration=1830'], '-c:v', 'libx264', file),
  ],
  [
    'half a second',
    'too-short',
    'short.mp4',
    (file) => makeVideo(desk.folder, file.slice(desk.folder.length + 1), 0.5, small),
  ],
];

describe('a file that cannot be brought', () => {
  it.each(bad)('%s: %s', async (_, code, name, make) => {
    await make(at(name));
    expect(await desk.bring(name)).toEqual({ failed: code, files: 0 });
  });
});

/** What a damaged file may come to: a take of what could be read, or one of these. */
const outcomes = [
  'not-a-video',
  'video-broken',
  'video-without-picture',
  'video-encrypted',
  'video-too-long',
  'too-short',
];

const expectSane = async (name: string) => {
  const outcome = await desk.bring(name);
  if ('take' in outcome) expect(outcome.take.video.segments.length).toBeGreaterThan(0);
  else expect(outcomes).toContain(outcome.failed);
};

describe.each([
  ['mp4', ['-c:v', 'libx264', '-movflags', '+faststart', '-c:a', 'aac']],
  ['webm', ['-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libopus']],
  ['avi', ['-c:v', 'mpeg4', '-c:a', 'mp3']],
])('a damaged %s', (ending, options) => {
  let whole: Buffer;
  beforeAll(async () => {
    whole = await readFile(await makeVideo(desk.folder, `good.${ending}`, 3, options, '160x120'));
  });

  it.each([1, 2, 3, 4])(
    'that ends somewhere (%i) is a take of what there is, or a sentence',
    async (count) => {
      const name = `ends-${count}.${ending}`;
      await writeFile(at(name), whole.subarray(0, numberOf(`${ending} ends ${count}`, whole.length)));
      await expectSane(name);
    },
  );

  it.each([1, 2, 3, 4])('with bytes that are wrong (%i) is one of the two as well', async (count) => {
    const name = `wrong-${count}.${ending}`;
    const bytes = Buffer.from(whole);
    // Half of them in the first kilobytes, where the headers are.
    for (let index = 0; index < 40; index++) {
      const seed = `${ending} wrong ${count} ${index}`;
      bytes[numberOf(seed, index % 2 ? whole.length : 4_096)] = noise(seed, 1)[0] ?? 0;
    }
    await writeFile(at(name), bytes);
    await expectSane(name);
  });
});

it('that ends early is a take of what could be read, and says so', async () => {
  const whole = await readFile(
    await makeVideo(desk.folder, 'all.mp4', 8, [...small, '-movflags', '+faststart']),
  );
  await writeFile(at('part.mp4'), whole.subarray(0, whole.length * 0.6));
  expect(await desk.bring('part.mp4')).toMatchObject({ isPart: true });
});
