import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { extensionDir } from '../../scripts/build/parts.ts';
import { newId } from '../../shared/contract/ids.ts';
import { launchChromium } from '../browser/harness/browsers.ts';
import { openPopup } from '../browser/harness/extension.ts';
import { press, see } from '../browser/harness/hands.ts';
import { addPasskeys } from '../browser/harness/passkeys.ts';
import { groupOf, setUp } from '../browser/harness/people.ts';
import { startEmptyServer } from '../browser/harness/server.ts';
import { median } from './median.ts';

type Server = Awaited<ReturnType<typeof startEmptyServer>>;
const runs = 7;
const clips = 50;

const addClips = async ({ d1 }: Server, space: string) => {
  const seq = (await d1.prepare('SELECT seq FROM spaces WHERE id = ?').bind(space).first<number>('seq')) ?? 0;
  const author = await d1
    .prepare('SELECT person FROM members WHERE space = ?')
    .bind(space)
    .first<string>('person');
  const now = Date.now();
  const body = (title: string) =>
    JSON.stringify({
      form: 'link',
      url: 'https://example.org/',
      title,
      byline: 'Maya Okafor',
      site: 'The Staffroom',
      language: 'en',
      excerpt: 'Two minutes at the door.',
      words: 900,
      why: 'We said we would try these.',
    });
  const insert = d1.prepare(
    `INSERT INTO records (id, space, kind, author, seq, version, state, body, files, digest, created_at, updated_at, live_at)
     VALUES (?, ?, 'clip', ?, ?, 1, 'live', ?, '[]', '', ?, ?, ?)`,
  );
  const rows = Array.from({ length: clips }, (_, index) =>
    insert.bind(newId(), space, author, seq + 1 + index, body(`Clip ${index + 1}`), now, now, now),
  );
  await d1.batch([...rows, d1.prepare('UPDATE spaces SET seq = seq + ? WHERE id = ?').bind(clips, space)]);
};

/** Brotli bytes of every script that a page has loaded or preloaded by now, each counted once. */
const scriptBytes = (page: Page): Promise<number> =>
  page
    .evaluate(async () => {
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
      const preloaded = document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]');
      const tags = [
        ...[...document.scripts].map(({ src }) => src),
        ...[...preloaded].map(({ href }) => href),
      ];
      const sources = [...new Set([...loaded, ...tags])].filter((name) => /\.js(\?|$)/.test(name));
      return Promise.all(sources.map(async (source) => (await fetch(source)).text()));
    })
    .then((texts) => texts.reduce((sum, text) => sum + brotliCompressSync(text).length, 0));

/** Remembers when the first clip stood in the queue, in milliseconds since the navigation began. */
const watchForClips = (page: Page) =>
  page.evaluateOnNewDocument(() => {
    const look = () => {
      const drawn = document.querySelector('main li h2');
      if (drawn) document.documentElement.dataset.drawnMs = String(performance.now());
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

const drawnSeconds = async (page: Page): Promise<number> => {
  const drawn = await page.waitForSelector('html[data-drawn-ms]', { timeout: 30_000 });
  return (
    (await drawn?.evaluate((html) => Number((html as HTMLElement).dataset.drawnMs) / 1000)) ?? Number.NaN
  );
};

/** When the popup's words were painted, after the moment of the click: as the browser's own paint clock says. */
const paintedAtMs = (popup: Page): Promise<number> =>
  popup.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1);
          if (last) resolve(performance.timeOrigin + last.startTime);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );

/** From the click to a drawn queue: the page with 50 clips on the device, and the popup on an article. */
export const run = async () => {
  const server = await startEmptyServer();
  const browser = await launchChromium({ extension: extensionDir });
  try {
    const page = await browser.newPage();
    await addPasskeys(page);
    await setUp(page, server.setupLink ?? '', 'Ana Ruiz', 'Tuesday review');
    const queue = page.url();
    await addClips(server, groupOf(page));
    await see(page, 'Clip 50');
    const connect = await openPopup(browser, page);
    await press(connect, 'Connect');
    await see(connect, 'Tuesday review');
    await connect.close();

    await watchForClips(page);
    const pageSeconds: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      await page.goto(queue);
      pageSeconds.push(await drawnSeconds(page));
    }
    const pageBytes = await scriptBytes(page);

    const popupSeconds: number[] = [];
    let popupBytes = 0;
    for (let run = 0; run < runs; run += 1) {
      const clickedMs = Date.now();
      const popup = await openPopup(browser, page);
      await see(popup, 'Tuesday review');
      popupSeconds.push(((await paintedAtMs(popup)) - clickedMs) / 1000);
      popupBytes = Math.max(popupBytes, await scriptBytes(popup));
      await popup.close();
    }
    return {
      popupSeconds: median(popupSeconds),
      pageSeconds: median(pageSeconds),
      popupBytes,
      pageBytes,
      clips,
    };
  } finally {
    await browser.close();
    await server.stop();
  }
};
