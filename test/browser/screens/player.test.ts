import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, launchFirefox } from '../harness/browsers.ts';
import { makeLibrary } from './library.ts';
import { makeDemo } from './make-demo.ts';
import { openWatched } from './open-page.ts';
import { startPretendWorker } from './pretend-worker.ts';

const library = makeLibrary({ me: 'Ana', other: 'Ben', group: 'Tuesday review' });
let server: Awaited<ReturnType<typeof startPretendWorker>>;
let chromium: Browser;
let path: string;

beforeAll(async () => {
  const { body, files } = await makeDemo('Exit tickets', 'exit tickets', [50, 10]);
  const demo = library.put({ kind: 'demo', body, files });
  server = await startPretendWorker(library);
  path = `${server.origin}/g/${library.space}/demo/${demo}`;
  chromium = await launchChromium();
});
afterAll(async () => {
  await chromium?.close();
  await server?.stop();
});

const noNativeHls = `HTMLMediaElement.prototype.canPlayType = () => '';`;
const play = (page: Page) => page.evaluate(`document.querySelector('video').play()`);
const until = (page: Page, condition: string) =>
  page.waitForFunction(`(() => { const video = document.querySelector('video'); return ${condition}; })()`);
const playsPast = (page: Page, seconds: number) =>
  until(
    page,
    `!video.paused && video.currentTime > ${seconds} && video.getVideoPlaybackQuality().totalVideoFrames > 5`,
  );
const button = (page: Page, name: string) =>
  page.waitForSelector(`media-controller >>> [aria-label="${name}"], [aria-label="${name}"]`);

describe.each([
  { engine: 'native HLS', before: '' },
  { engine: 'hls.js', before: noNativeHls },
])('the player, with $engine', ({ engine, before }) => {
  it('plays picture and sound, goes past a cut, and breaks no rule of the page', async () => {
    const { page, violations, errors, asked } = await openWatched(chromium, path, { before });
    await until(page, 'video && video.readyState > 0');
    await play(page);
    await playsPast(page, 1);
    expect(
      await page.evaluate(`document.querySelector('video').webkitAudioDecodedByteCount`),
    ).toBeGreaterThan(0);
    await page.evaluate(`document.querySelector('video').currentTime = 49`);
    await playsPast(page, 51);
    expect(await violations()).toEqual([]);
    expect(errors).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(server.origin))).toEqual([]);
    expect(asked.some((url) => /assets\/hls-/.test(url))).toBe(engine === 'hls.js');
    await page.close();
  });

  it('takes another ticket when the first has run out, and goes on where it was going', async () => {
    const { page } = await openWatched(chromium, path, { before });
    await until(page, 'video && video.readyState > 0');
    await play(page);
    await playsPast(page, 0.5);
    server.expireTickets();
    await page.evaluate(`document.querySelector('video').currentTime = 40`);
    await playsPast(page, 40.5);
    expect(await page.$('[role=alert]')).toBeNull();
    await page.close();
  });
});

describe('the player', () => {
  it('says so when nothing arrives any more, and goes on when asked to try again', async () => {
    const { page } = await openWatched(chromium, path);
    await until(page, 'video && video.readyState > 0');
    await play(page);
    await playsPast(page, 0.5);
    server.refuseTickets(true);
    server.expireTickets();
    await page.evaluate(`document.querySelector('video').currentTime = 30`);
    const again = await page.waitForSelector('[role=alert] button');
    server.refuseTickets(false);
    await again?.click();
    await playsPast(page, 30.5);
    expect(await page.$('[role=alert]')).toBeNull();
    await page.close();
  });

  it('is worked by the keyboard, with names on its controls', async () => {
    const { page } = await openWatched(chromium, path);
    const control = await page.waitForSelector('media-play-button[aria-label="play"]');
    await control?.focus();
    await page.keyboard.press('k');
    await page.waitForSelector('media-play-button[aria-label="pause"]');
    await page.keyboard.press('k');
    await until(page, 'video.paused');
    for (const name of ['mute', 'enter fullscreen mode', 'seek back 5 seconds']) await button(page, name);
    await page.close();
  });

  it('has Spanish names for those who read Spanish', async () => {
    const profile = await chromium.createBrowserContext();
    const before = `localStorage.setItem('PARAGLIDE_LOCALE', 'es');`;
    const { page } = await openWatched(profile, path, { before });
    await page.waitForSelector('media-play-button[aria-label="reproducir"]');
    await profile.close();
  });

  it('has its controls where and as large as they should be', async () => {
    const { page } = await openWatched(chromium, path);
    await page.setViewport({ width: 320, height: 640 });
    await page.waitForSelector('media-play-button[aria-label="play"]');
    const boxes = await page.$$eval('media-control-bar > :not(span)', (controls) =>
      controls.map((control) => {
        const { width, height, left, right } = control.getBoundingClientRect();
        return { name: control.localName, width, height, left, right };
      }),
    );
    expect(boxes.length).toBeGreaterThan(5);
    for (const { name, width, height, left, right } of boxes) {
      // WCAG 2.5.8
      expect(Math.min(width, height), name).toBeGreaterThanOrEqual(24);
      expect(left, name).toBeGreaterThanOrEqual(0);
      expect(right, name).toBeLessThanOrEqual(320);
    }
    await page.close();
  });

  it('plays with sound in Firefox too', async () => {
    const firefox = await launchFirefox();
    const page = await firefox.newPage();
    await page.goto(path);
    await until(page, 'video && video.readyState > 0');
    await play(page);
    await playsPast(page, 1);
    expect(await page.evaluate(`document.querySelector('video').mozHasAudio`)).toBe(true);
    await firefox.close();
  });
});
