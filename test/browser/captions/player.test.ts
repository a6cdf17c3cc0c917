import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, launchFirefox } from '../harness/browsers.ts';
import { makeLibrary } from '../screens/library.ts';
import { makeDemo } from '../screens/make-demo.ts';
import { openWatched } from '../screens/open-page.ts';
import { startPretendWorker } from '../screens/pretend-worker.ts';
import { hostileCaptions } from './hostile-captions.ts';

const library = makeLibrary({ me: 'Ana', other: 'Ben', group: 'Tuesday review' });
const plain =
  'WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nGood morning &amp; welcome.\n\n00:00:02.000 --> 00:00:09.000\n¿Quién empieza?\n';
const file = 'captions-0123abcd.vtt';
let server: Awaited<ReturnType<typeof startPretendWorker>>;
let chromium: Browser;
let path: string;
const hostile: Record<string, string> = {};

beforeAll(async () => {
  const { body, files } = await makeDemo('Exit tickets', 'exit tickets', [10]);
  const captions = { file, language: 'en' };
  const put = (vtt: string | Uint8Array) =>
    library.put({ kind: 'demo', body: { ...body, captions }, files: { ...files, [file]: vtt } });
  const demo = put(plain);
  for (const [name, vtt] of Object.entries(hostileCaptions)) hostile[name] = put(vtt);
  server = await startPretendWorker(library);
  path = `${server.origin}/g/${library.space}/demo/${demo}`;
  chromium = await launchChromium();
});
afterAll(async () => {
  await chromium?.close();
  await server?.stop();
});

const until = (page: Page, condition: string) =>
  page.waitForFunction(
    `(() => { const video = document.querySelector('video'); return Boolean(video && (${condition})); })()`,
  );
const seek = (page: Page, seconds: number) =>
  page.evaluate(`document.querySelector('video').currentTime = ${seconds}`);
const showing = `[...video.textTracks].filter((track) => track.mode === 'showing')`;
const says = (words: string) =>
  `${showing}.length === 1 && ${showing}[0].activeCues?.length === 1 && ${showing}[0].activeCues[0].getCueAsHTML().textContent === ${JSON.stringify(words)}`;

/** How the picture is drawn where captions stand: white letters on a dark ground, or the test picture alone. */
const inkOf = async (page: Page): Promise<string> => {
  const video = await page.$('video');
  const box = await video?.boundingBox();
  if (!video || !box) throw new Error('no video');
  const clip = { x: box.width * 0.2, y: box.height * 0.5, width: box.width * 0.6, height: box.height * 0.34 };
  return video.screenshot({ clip, encoding: 'base64' });
};

const press = (page: Page) => page.evaluate(`document.querySelector('media-captions-button').click()`);
const noNativeHls = `HTMLMediaElement.prototype.canPlayType = () => '';`;

describe.each([
  { engine: 'native HLS', before: '', launch: async () => chromium },
  { engine: 'hls.js', before: noNativeHls, launch: async () => chromium },
])('captions, with $engine', ({ before, launch }) => {
  it('are off until the button is pressed, and then drawn once at their times', async () => {
    const { page, asked, violations, errors } = await openWatched(await launch(), path, { before });
    await page.setViewport({ width: 1280, height: 900 });
    await until(page, 'video.readyState > 1');
    const button = await page.waitForSelector('media-captions-button[role=switch][aria-checked=false]');
    expect(await button?.evaluate((element) => element.getAttribute('aria-label'))).toBe('closed captions');
    await seek(page, 1);
    await until(page, '!video.seeking && video.readyState > 1');
    const without = await inkOf(page);
    await press(page);
    await page.waitForSelector('media-captions-button[aria-checked=true]');
    await until(page, says('Good morning & welcome.'));
    expect(await inkOf(page)).not.toBe(without);
    await seek(page, 3);
    await until(page, says('¿Quién empieza?'));
    await press(page);
    await until(page, `${showing}.length === 0`);
    expect(await page.evaluate(`document.querySelector('video').textTracks.length`)).toBe(1);
    expect(asked.filter((url) => url.endsWith('captions.m3u8'))).toEqual([]);
    expect([await violations(), errors]).toEqual([[], []]);
    await page.close();
  });
});

describe('captions', () => {
  it('that the browser finds in the playlist by itself, as Safari does, are not drawn twice', async () => {
    const { page } = await openWatched(chromium, path);
    await until(page, 'video.textTracks.length === 1');
    await page.evaluate(
      `window.found = document.querySelector('video').addTextTrack('subtitles', 'Captions', 'en')`,
    );
    await page.waitForFunction(`document.querySelectorAll('video track').length === 0`);
    await until(page, 'video.textTracks.length === 1 && video.textTracks[0] === window.found');
    await page.close();
  });

  it('are shown in Firefox too', async () => {
    const firefox = await launchFirefox();
    const page = await firefox.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(path);
    await until(page, 'video.readyState > 1');
    await page.waitForSelector('media-captions-button');
    await seek(page, 1);
    await until(page, '!video.seeking && video.readyState > 1');
    const without = await inkOf(page);
    await press(page);
    await until(page, says('Good morning & welcome.'));
    await page.evaluate(
      'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))',
    );
    expect(await inkOf(page)).not.toBe(without);
    await firefox.close();
  });
});

describe('captions that came past the editor and the Worker', () => {
  it.each(Object.keys(hostileCaptions))('run nothing and ask for nothing: %s', async (name) => {
    const { page, asked, errors } = await openWatched(
      chromium,
      `${server.origin}/g/${library.space}/demo/${hostile[name]}`,
      // The policy would stop most of it too: reading has to do without.
      { withoutPolicy: true },
    );
    await until(page, 'video.readyState > 1');
    await page.evaluate(`(async () => {
      for (const track of document.querySelector('video').textTracks) track.mode = 'showing';
      for (const at of [0.5, 1.5]) {
        document.querySelector('video').currentTime = at;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    })()`);
    expect(await page.evaluate('window.hasRun')).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(server.origin))).toEqual([]);
    expect(errors).toEqual([]);
    // What is left are words: no element is made of them, and none is placed by the file.
    const cues = (await page.evaluate(`[...document.querySelector('video').textTracks].flatMap((track) =>
      [...(track.cues ?? [])].map((cue) => [cue.getCueAsHTML().querySelectorAll('*').length, cue.line, cue.id]))`)) as unknown[];
    for (const cue of cues) expect(cue).toEqual([0, 'auto', '']);
    await page.close();
  });
});
