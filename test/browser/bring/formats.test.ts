import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beeps, complaints, flashes, lookInto } from '../recording/look-into.ts';
import { type Desk, openDesk } from './desk.ts';
import { makeVideo } from './make-video.ts';
import { turnVideo } from './turn-video.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

/** The colour in the middle of the upper or left half, `rgb` in hex. */
const colourAt = async (file: string, x: string, y: string): Promise<string> => {
  const filter = `crop=2:2:${x}:${y},scale=1:1,format=rgb24`;
  const args = [
    '-v',
    'error',
    '-ss',
    '0.5',
    '-i',
    file,
    '-frames:v',
    '1',
    '-vf',
    filter,
    '-f',
    'rawvideo',
    '-',
  ];
  const { stdout } = await promisify(execFile)('ffmpeg', args, { encoding: 'buffer' });
  const [red = 0, , blue = 0] = stdout;
  return red > 150 && blue < 100 ? 'red' : blue > 150 && red < 100 ? 'blue' : stdout.toString('hex');
};
const top = (file: string) => colourAt(file, 'iw/2', 'ih/4');
const left = (file: string) => colourAt(file, 'iw/4', 'ih/2');

const bring = async (name: string) => {
  const outcome = await desk.bring(name);
  if (!('take' in outcome)) throw new Error(JSON.stringify(outcome));
  return { ...outcome, file: await desk.file(outcome.take) };
};

const h264 = ['-c:v', 'libx264', '-preset', 'veryfast'];
const formats: [what: string, name: string, options: string[]][] = [
  ['MP4 of H.264 with B-frames', 'a.mp4', [...h264, '-bf', '3', '-c:a', 'aac']],
  ['MOV of HEVC', 'b.mov', ['-c:v', 'libx265', '-preset', 'ultrafast', '-tag:v', 'hvc1', '-c:a', 'aac']],
  ['WebM of VP8', 'c.webm', ['-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libopus']],
  [
    'MKV of VP9',
    'd.mkv',
    ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-c:a', 'libvorbis'],
  ],
  ['AVI of MPEG-4 with B-frames', 'e.avi', ['-c:v', 'mpeg4', '-bf', '2', '-c:a', 'libmp3lame']],
  ['WMV', 'f.wmv', ['-c:v', 'wmv2', '-c:a', 'wmav2']],
  ['3GP of H.263', 'g.3gp', ['-c:v', 'h263', '-s', '352x288', '-ar', '8000', '-ac', '1', '-c:a', 'aac']],
  ['MPEG transport stream', 'h.ts', [...h264, '-c:a', 'aac']],
  ['MPEG-2 of a DVD', 'i.mpg', ['-c:v', 'mpeg2video', '-b:v', '4M', '-c:a', 'mp2']],
  ['MOV of ProRes with raw sound', 'j.mov', ['-c:v', 'prores_ks', '-c:a', 'pcm_s16le']],
  ['MKV of H.264 and AC-3', 'k.mkv', [...h264, '-c:a', 'ac3']],
  [
    'MP4 at 60 frames a second and 44.1 kHz',
    'l.mp4',
    [...h264, '-r', '60', '-c:a', 'aac', '-ar', '44100', '-ac', '2'],
  ],
];

describe('a file', () => {
  it.each(formats)(
    '%s: opens, as long as it was, the right way up, sound with its picture',
    async (_, name, options) => {
      await makeVideo(desk.folder, name, 5, options);
      const { file, isPart } = await bring(name);
      const { seconds, keyFrames } = (await lookInto(file)).video;
      expect(isPart).toBe(false);
      expect(Math.abs(seconds - 5)).toBeLessThanOrEqual(0.1);
      expect(keyFrames.map((at) => Math.round(at * 10) / 10)).toEqual(expect.arrayContaining([0, 2, 4]));
      expect(await top(file)).toBe('red');
      expect(await complaints(file)).toBe('');
      const seen = await flashes(file);
      const heard = await beeps(file);
      expect(seen.length).toBe(4);
      expect(heard.length).toBe(4);
      for (const [at, flash] of seen.entries()) expect(Math.abs((heard[at] ?? 0) - flash)).toBeLessThan(0.07);
    },
  );

  it('of a phone held upright is turned, and as large as 720p', async () => {
    const name = 'upright.mov';
    await turnVideo(await makeVideo(desk.folder, name, 2, [...h264, '-bf', '2'], '1920x1080'));
    const { take, file } = await bring(name);
    expect([take.video.width, take.video.height]).toEqual([720, 1280]);
    // What was on top is on the right now.
    expect(await left(file)).toBe('blue');
  });

  it('that ffmpeg reads is turned too', async () => {
    const name = 'upright-hevc.mov';
    const hevc = ['-c:v', 'libx265', '-preset', 'ultrafast', '-tag:v', 'hvc1'];
    await turnVideo(await makeVideo(desk.folder, name, 2, hevc));
    const { take, file } = await bring(name);
    expect([take.video.width, take.video.height]).toEqual([360, 640]);
    expect(await left(file)).toBe('blue');
  });

  it('without sound gets silence', async () => {
    await makeVideo(desk.folder, 'mute.mp4', 3, [...h264, '-an']);
    const { file } = await bring('mute.mp4');
    expect(await beeps(file)).toEqual([]);
    expect(Math.abs((await lookInto(file)).audio.seconds - 3)).toBeLessThan(0.1);
  });

  it('with wide pixels is as wide as it is seen', async () => {
    await makeVideo(desk.folder, 'wide.mp4', 2, [...h264, '-aspect', '16:9'], '480x360');
    const { take } = await bring('wide.mp4');
    expect([take.video.width, take.video.height]).toEqual([640, 360]);
  });

  it('that stands still for seconds has a key frame each two all the same', async () => {
    const still = ['-vsync', 'vfr', '-af', 'anull', ...h264, '-g', '250'];
    // Frames of the first second and of the last alone.
    await makeVideo(
      desk.folder,
      'still.mkv',
      9,
      [...still, '-enc_time_base', '1:1000'],
      '320x180',
      'lt(t,1)+gt(t,8)',
    );
    const { file } = await bring('still.mkv');
    const { seconds, keyFrames } = (await lookInto(file)).video;
    expect(Math.abs(seconds - 9)).toBeLessThanOrEqual(0.1);
    expect(keyFrames.map((at) => Math.round(at * 10) / 10)).toEqual(expect.arrayContaining([0, 2, 4, 6, 8]));
  });

  it('says how far it is, ever further', async () => {
    await makeVideo(desk.folder, 'progress.avi', 20, ['-c:v', 'mpeg4']);
    const { shares } = await bring('progress.avi');
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  });
});
