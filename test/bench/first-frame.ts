import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'puppeteer-core';
import { launchChromium } from '../browser/harness/browsers.ts';
import { makeCamera } from '../browser/harness/camera.ts';
import { publish, record } from '../browser/harness/demo.ts';
import { press } from '../browser/harness/hands.ts';
import { startSite } from '../browser/harness/outside.ts';
import { addPasskeys } from '../browser/harness/passkeys.ts';
import { groupOf, setUp } from '../browser/harness/people.ts';
import { startEmptyServer } from '../browser/harness/server.ts';
import { median } from './median.ts';
import { startSlowLink } from './slow-link.ts';

const runs = 7;
const link = { bitsPerSecond: 5_000_000, roundTripMs: 40 };
const recordedSeconds = 20;

/** From `play` to the first frame that the compositor was given. */
const watchForFrame = (page: Page) =>
  page.evaluateOnNewDocument(() => {
    document.addEventListener(
      'play',
      ({ target }) => {
        if (!(target instanceof HTMLVideoElement)) return;
        const pressedMs = performance.now();
        target.requestVideoFrameCallback(() => {
          document.documentElement.dataset.firstFrameMs = String(performance.now() - pressedMs);
        });
      },
      { capture: true, once: true },
    );
  });

const firstFrameSeconds = async (page: Page): Promise<number> => {
  const html = await page.waitForSelector('html[data-first-frame-ms]', { timeout: 60_000 });
  return (
    (await html?.evaluate((element) => Number((element as HTMLElement).dataset.firstFrameMs) / 1000)) ??
    Number.NaN
  );
};

/** Opens `address` without a cache, lets it settle, and presses play `runs` times. */
const measure = async (browser: Browser, address: string, prepare?: (page: Page) => Promise<unknown>) => {
  const seconds: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const page = await browser.newPage();
    await page.setCacheEnabled(false);
    await prepare?.(page);
    await watchForFrame(page);
    await page.goto(address, { waitUntil: 'networkidle0' });
    const video = await page.waitForSelector('video');
    await video?.evaluate((element) => void element.play());
    seconds.push(await firstFrameSeconds(page));
    await page.close();
  }
  return median(seconds);
};

const ticketFor = (page: Page, demo: string): Promise<string> => {
  const [, , space, , record] = new URL(demo).pathname.split('/');
  return page.evaluate(async (path) => {
    const answer = await fetch(path, { method: 'POST' });
    return (await answer.json()).ticket as string;
  }, `/api/spaces/${space}/records/${record}/ticket`);
};

/** The same pictures and sound as one file whose index comes first. */
const fastStart = async (playlist: string): Promise<Uint8Array> => {
  const folder = await mkdtemp(join(tmpdir(), 'chalkloop-bench-'));
  const file = join(folder, 'demo.mp4');
  await promisify(execFile)('ffmpeg', [
    '-v',
    'error',
    '-i',
    playlist,
    '-c',
    'copy',
    '-movflags',
    '+faststart',
    file,
  ]);
  const bytes = await readFile(file);
  await rm(folder, { recursive: true });
  return bytes;
};

/** A demo recorded here, played over a line of 5 Mbit/s and 40 ms, natively and by hls.js, beside itself as MP4. */
export const run = async () => {
  const server = await startEmptyServer();
  const browser = await launchChromium({ camera: await makeCamera() });
  try {
    const page = await browser.newPage();
    await addPasskeys(page);
    await setUp(page, server.setupLink ?? '', 'Ana Ruiz', 'Tuesday review');
    await page.goto(`${server.url}/g/${groupOf(page)}/record`);
    await record(page, recordedSeconds);
    await publish(page, 'Exit tickets on sticky notes', 'Exit tickets');
    await page.goto(`${server.url}/g/${groupOf(page)}/feed`);
    await press(page, 'Exit tickets on sticky notes', 'link');
    await page.waitForSelector('video');

    const ticket = await ticketFor(page, page.url());
    const mp4 = await fastStart(`${server.url}/files/${ticket}/master.m3u8`);
    const plain = await startSite({
      '/': '<!doctype html><video src="demo.mp4" preload="metadata" muted></video>',
      '/demo.mp4': mp4,
    });
    const [ours, theirs] = await Promise.all(
      [Number(new URL(server.url).port), plain.port].map((port) => startSlowLink(port, link)),
    );
    if (!ours || !theirs) throw new Error('no link');
    const demo = `http://localhost:${ours.port}${new URL(page.url()).pathname}`;
    const withoutNative = (page: Page) =>
      page.evaluateOnNewDocument(() => {
        HTMLMediaElement.prototype.canPlayType = () => '';
      });
    const result = {
      nativeSeconds: await measure(browser, demo),
      hlsjsSeconds: await measure(browser, demo, withoutNative),
      mp4Seconds: await measure(browser, `http://localhost:${theirs.port}/`),
      mp4Bytes: mp4.length,
    };
    ours.stop();
    theirs.stop();
    await plain.stop();
    return result;
  } finally {
    await browser.close();
    await server.stop();
  }
};
