import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { timelineFiles } from '../../../shared/contract/kinds/demo.ts';
import { timelineSeconds } from '../../../shared/rules/playlist.ts';
import { makeCamera } from '../harness/camera.ts';
import { complaints, leaningSegments, lookInto } from './look-into.ts';
import type { Finish } from './page/main.ts';
import { type OpenedStudio, openStudio, seconds } from './studio.ts';

let studio: OpenedStudio;

beforeAll(async () => {
  studio = await openStudio({ camera: await makeCamera(), isSlowedWhenHidden: true });
  expect(await studio.page.evaluate(() => window.studio.open())).toBeNull();
});
afterAll(() => studio?.close());

const start = async (limitSeconds = 120) =>
  expect(await studio.page.evaluate((limit) => window.studio.start(limit), limitSeconds)).toBeNull();
const finished = (outcome: unknown): Finish => {
  expect(outcome).toHaveProperty('take');
  return outcome as Finish; // It has just been looked at.
};
const stop = async () => finished(await studio.page.evaluate(() => window.studio.stop()));
const recorded = () => studio.page.evaluate(() => window.studio.seconds());

it('hands over two-second segments of H.264 and AAC as they close', async () => {
  await start();
  await seconds(5);
  const whileRecording = await studio.page.evaluate(() => window.studio.kept());
  expect(whileRecording).toEqual(
    expect.arrayContaining(['t0-v-init.mp4', 't0-v-0001.m4s', 't0-v-0002.m4s', 't0-a-0002.m4s']),
  );
  const { take, reason } = await stop();
  expect(reason).toBe('stopped');
  expect(take.video.segments.slice(0, 2).map((segment) => Math.round(segment.seconds))).toEqual([2, 2]);
  expect((await readdir(studio.folder)).sort()).toEqual(expect.arrayContaining(timelineFiles([take])));

  const playlist = await studio.playlist([take]);
  const { video, audio } = await lookInto(playlist);
  expect([video.codec, audio.codec]).toEqual(['h264', 'aac']);
  expect(video.level).toBeLessThanOrEqual(42);
  const length = await recorded();
  for (const one of [video.seconds, audio.seconds, timelineSeconds([take])]) {
    expect(Math.abs(one - length)).toBeLessThan(0.2);
  }
  expect(await complaints(playlist)).toBe('');
  expect(await leaningSegments(studio.folder, take.video)).toEqual([]);
});

it('leaves a pause out of both renditions alike, and begins again with a key frame', async () => {
  await start();
  await seconds(1);
  await studio.page.evaluate(() => window.studio.pause());
  const before = await recorded();
  await seconds(2);
  expect(await recorded()).toBe(before);
  await studio.page.evaluate(() => window.studio.resume());
  await seconds(1.5);
  const { take } = await stop();
  const length = await recorded();
  expect(length).toBeLessThan(4);
  const { video, audio } = await lookInto(await studio.playlist([take]));
  expect(Math.abs(video.seconds - length)).toBeLessThan(0.2);
  expect(Math.abs(audio.seconds - video.seconds)).toBeLessThan(0.08);
  expect(Math.min(...video.keyFrames.map((time) => Math.abs(time - before)))).toBeLessThan(0.2);
});

it('stops by itself at the limit', async () => {
  await start(3);
  const { take, reason } = finished(await studio.page.evaluate(() => window.studio.finished()));
  expect(reason).toBe('limit');
  const { video, audio } = await lookInto(await studio.playlist([take]));
  expect(Math.abs(video.seconds - 3)).toBeLessThan(0.1);
  expect(Math.abs(audio.seconds - 3)).toBeLessThan(0.1);
});

it('goes on in a tab that nobody sees', async () => {
  await start();
  const other = await studio.browser.newPage();
  await other.bringToFront();
  expect(await studio.page.evaluate(() => document.visibilityState)).toBe('hidden');
  await seconds(5);
  await other.close();
  await studio.page.bringToFront();
  const { take } = await stop();
  const { video } = await lookInto(await studio.playlist([take]));
  expect(video.seconds).toBeGreaterThan(4.8);
  expect(Math.abs(video.seconds - (await recorded()))).toBeLessThan(0.2);
});

it('puts takes together to an ordinary MP4, without encoding again', async () => {
  await start(3);
  const { take } = finished(await studio.page.evaluate(() => window.studio.finished()));
  await studio.page.evaluate((takes) => window.studio.mp4(takes), [take, take]);
  const mp4 = join(studio.folder, 'review.mp4');
  const { video, audio } = await lookInto(mp4);
  expect([video.codec, audio.codec]).toEqual(['h264', 'aac']);
  expect(Math.abs(video.seconds - 2 * timelineSeconds([take]))).toBeLessThan(0.1);
  expect(Math.abs(audio.seconds - video.seconds)).toBeLessThan(0.1);
  expect(await complaints(mp4)).toBe('');
});
