import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { bubbleBox, firstBubble } from '../../../shared/recording/capture/compose/layout.ts';
import { makeCamera } from '../harness/camera.ts';
import { until } from '../harness/hands.ts';
import { colourAt, loudness, standing } from './look-at.ts';
import { complaints, lookInto } from './look-into.ts';
import { type OpenedStudio, openStudio, seconds } from './studio.ts';

let studio: OpenedStudio;
let slides: Page;

beforeAll(async () => {
  studio = await openStudio({
    camera: await makeCamera(),
    sharedTab: 'Slides',
    isSlowedWhenHidden: true,
  });
});
afterAll(() => studio?.close());

/** A tab that stands still: what is hardest to keep going. White, so that the bubble is what is not. */
beforeEach(async () => {
  slides = await studio.browser.newPage();
  await slides.setViewport({ width: 960, height: 540 });
  await slides.setContent('<title>Slides</title><body style="background: white">');
  await studio.page.bringToFront();
  await studio.page.reload();
});
afterEach(async () => {
  if (!slides.isClosed()) await slides.close();
});

const share = async (source: 'screen' | 'both', size?: { width: number; height: number }) => {
  const shared = await studio.page.evaluate(
    (what, frame) => window.studio.share(what, frame),
    source,
    size ?? null,
  );
  expect(shared).toBeNull();
  await until('its size is known', async () => (await views()).frame !== null);
  const { frame } = await views();
  if (!frame) throw new Error('no frame');
  return frame;
};
const views = () => studio.page.evaluate(() => window.studio.views());
const start = () => studio.page.evaluate(() => window.studio.start(120));
const ended = async (how: 'stop' | 'finished') => {
  const outcome = await studio.page.evaluate((end) => window.studio[end](), how);
  if (!outcome || !('take' in outcome)) throw new Error(JSON.stringify(outcome));
  return { ...outcome, file: await studio.playlist([outcome.take]) };
};
const isWhite = (colour: number[]) => colour.every((value) => value > 235);

it('goes on for half a minute in a tab that nobody sees, though nothing moves on the screen', async () => {
  await share('both');
  await start();
  await slides.bringToFront();
  expect(await studio.page.evaluate(() => document.visibilityState)).toBe('hidden');
  await seconds(30);
  const { file, take } = await ended('stop');
  const { video, audio } = await lookInto(file);
  expect(video.seconds).toBeGreaterThan(29.5);
  expect(video.longestGap).toBeLessThan(0.5);
  expect(video.frames).toBeGreaterThan(video.seconds * 13);
  expect(Math.abs(audio.seconds - video.seconds)).toBeLessThan(0.1);
  expect(take.video.segments.length).toBeGreaterThan(13);
  for (const at of [5, 15, 25]) expect(await standing(file, at)).toBe(false);
  expect(await complaints(file)).toBe('');
});

it('keeps the cadence of a screen alone that stands still', async () => {
  await share('screen');
  await start();
  await slides.bringToFront();
  await seconds(6);
  const { file, take } = await ended('stop');
  const { video } = await lookInto(file);
  expect(video.longestGap).toBeLessThan(0.5);
  expect(take.video.segments.length).toBeGreaterThanOrEqual(3);
});

it('shows the camera where the bubble was moved, and nowhere when it is off', async () => {
  const frame = await share('both');
  const boxOf = (bubble: typeof firstBubble) => {
    const { left, top, width, height } = bubbleBox(bubble, frame);
    // The square inside the circle.
    return {
      left: (left + width * 0.2) / frame.width,
      top: (top + height * 0.2) / frame.height,
      width: (width * 0.6) / frame.width,
      height: (height * 0.6) / frame.height,
    };
  };
  const moved = { ...firstBubble, x: 0.3, y: 0.35, size: 0.4 };
  await start();
  await seconds(2);
  await studio.page.evaluate((bubble) => window.studio.bubble(bubble), moved);
  await seconds(2.5);
  await studio.page.evaluate((bubble) => window.studio.bubble(bubble), { ...moved, isOn: false });
  await seconds(2.5);
  const { file } = await ended('stop');
  const whiteAt = async (atSeconds: number) => ({
    first: isWhite(await colourAt(file, atSeconds, boxOf(firstBubble))),
    moved: isWhite(await colourAt(file, atSeconds, boxOf(moved))),
  });
  expect(await whiteAt(1)).toEqual({ first: false, moved: true });
  expect(await whiteAt(3.5)).toEqual({ first: true, moved: false });
  expect(await whiteAt(6)).toEqual({ first: true, moved: true });
});

it('lets one hear the voice and what the tab plays, in one channel', async () => {
  await slides.evaluate(() => {
    const sound = new AudioContext();
    const tone = new OscillatorNode(sound, { frequency: 1_800 });
    tone.connect(new GainNode(sound, { gain: 0.3 })).connect(sound.destination);
    tone.start();
  });
  await share('screen');
  expect((await views()).screen).toContain('audio');
  await start();
  await seconds(4);
  const { file } = await ended('stop');
  expect(await loudness(file, 2, 180)).toBeGreaterThan(-30);
  expect(await loudness(file, 2, 1_800)).toBeGreaterThan(-30);
  // Neither of the two: what is heard there would be clicks of a bad seam.
  expect(await loudness(file, 2, 700)).toBeLessThan(-45);
});

it.each(['running', 'paused'] as const)(
  'ends with all that was recorded when sharing ends while %s',
  async (at) => {
    await share('both');
    await start();
    await seconds(3);
    if (at === 'paused') {
      await studio.page.evaluate(() => window.studio.pause());
      await seconds(1);
    }
    const recorded = await studio.page.evaluate(() => window.studio.seconds());
    await slides.close();
    const { reason, file } = await ended('finished');
    expect(reason).toBe('sharing-ended');
    const { video, audio } = await lookInto(file);
    expect(video.seconds).toBeGreaterThan(recorded - 0.3);
    if (at === 'paused') expect(video.seconds).toBeLessThan(recorded + 0.5);
    expect(Math.abs(audio.seconds - video.seconds)).toBeLessThan(0.1);
  },
);

it('is as large as the demo’s first take was', async () => {
  await share('both', { width: 640, height: 360 });
  await start();
  await seconds(2);
  const { take } = await ended('stop');
  expect([take.video.width, take.video.height]).toEqual([640, 360]);
});
