import type { Page } from 'puppeteer-core';
import { lookInto } from '../browser/recording/look-into.ts';
import { type OpenedStudio, openStudio, seconds } from '../browser/recording/studio.ts';
import { makePerson, person } from './person.ts';
import { usageOf } from './process-tree.ts';

/** From here on nothing is new to the browser any more: its memory should stay as it is. */
const settleSeconds = 20;
const screenPerSecond = 15;

const memoryOf = async ({ page, browser }: OpenedStudio): Promise<number> => {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  return usageOf(browser.process()?.pid ?? 0).bytes;
};

/** Records for so long; `wanted` is how many pictures there should be. */
const measure = async (studio: OpenedStudio, length: number, wanted: () => Promise<number>) => {
  const { page, browser } = studio;
  const pid = browser.process()?.pid ?? 0;
  await seconds(3);
  const before = await wanted();
  const failed = await page.evaluate((limit) => window.studio.start(limit, undefined, 0, false), length);
  if (failed) throw new Error(failed.failed);
  const startUsage = usageOf(pid).cpuSeconds;
  const startMs = performance.now();
  await seconds(Math.min(settleSeconds, length / 2));
  const settledBytes = await memoryOf(studio);
  await seconds(Math.max(0, length - (performance.now() - startMs) / 1000 - 1));
  const growthBytes = (await memoryOf(studio)) - settledBytes;
  const cpuShare = (usageOf(pid).cpuSeconds - startUsage) / ((performance.now() - startMs) / 1000);
  const outcome = await page.evaluate(() => window.studio.finished());
  const count = (await wanted()) - before;
  if (!outcome || !('take' in outcome)) throw new Error(JSON.stringify(outcome));
  const { video } = await lookInto(await studio.playlist([outcome.take]));
  const due = Number.isFinite(count) && count > 0 ? count : video.seconds * screenPerSecond;
  return {
    droppedShare: Math.max(0, 1 - video.frames / due),
    longestGapSeconds: video.longestGap,
    growthBytes,
    cpuShare,
  };
};

const recordCamera = async (length: number) => {
  const studio = await openStudio({ camera: await makePerson() });
  try {
    await studio.page.evaluate(() => window.studio.open());
    return await measure(studio, length, () => studio.page.evaluate(() => window.studio.cameraFrames()));
  } finally {
    await studio.close();
  }
};

/** A page that somebody reads: it stands, and is scrolled a little every few seconds. */
const showSlides = async (slides: Page): Promise<void> => {
  await slides.setViewport({ width: 1920, height: 1080 });
  const lines = Array.from(
    { length: 400 },
    (_, at) => `<p>${at}. What did you try? Show one moment of it.</p>`,
  );
  await slides.setContent(`<title>Slides</title><body style="font: 28px serif">${lines.join('')}`);
  await slides.evaluate(() => {
    setInterval(() => scrollBy({ top: 400, behavior: 'smooth' }), 4_000);
  });
};

const recordBoth = async (length: number) => {
  const studio = await openStudio({
    camera: await makePerson(),
    sharedTab: 'Slides',
    isSlowedWhenHidden: true,
  });
  try {
    const slides = await studio.browser.newPage();
    await showSlides(slides);
    await studio.page.bringToFront();
    await studio.page.evaluate(() => window.studio.share('both'));
    await slides.bringToFront();
    return await measure(studio, length, async () => Number.NaN);
  } finally {
    await studio.close();
  }
};

/**
 * Two minutes of a 720p camera at 30 a second, and of a 1080p screen with the camera in its bubble at 15, each
 * recorded in real time while nobody watches the page. `cpuShare` is of one core, for all of the browser with
 * its fake camera; the encoder is Chromium's in software. A camera's picture counts as dropped that it took and
 * that is not in the file; a screen's, that is missing from 15 a second.
 */
export const run = async ([what = 'all', length = '120']: string[]) => {
  const camera = what !== 'screen' ? await recordCamera(Number(length)) : null;
  const screen = what !== 'camera' ? await recordBoth(Number(length)) : null;
  return {
    camera: `${person.width}x${person.height}`,
    cameraDroppedShare: camera?.droppedShare,
    cameraLongestGapSeconds: camera?.longestGapSeconds,
    cameraCpuShare: camera?.cpuShare,
    screenDroppedShare: screen?.droppedShare,
    screenLongestGapSeconds: screen?.longestGapSeconds,
    screenCpuShare: screen?.cpuShare,
    memoryGrowthBytes: Math.max(camera?.growthBytes ?? 0, screen?.growthBytes ?? 0),
  };
};
