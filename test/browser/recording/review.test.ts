import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../harness/browsers.ts';
import { makeCamera } from '../harness/camera.ts';
import { publish, record } from '../harness/demo.ts';
import { has, press, see, until } from '../harness/hands.ts';
import { found, sideways } from '../harness/look.ts';
import { addPasskeys } from '../harness/passkeys.ts';
import { groupOf, setUp } from '../harness/people.ts';
import { probe } from '../harness/probe.ts';
import { startEmptyServer } from '../harness/server.ts';

let server: Awaited<ReturnType<typeof startEmptyServer>>;
let browser: Browser;
let page: Page;
let group: string;

beforeAll(async () => {
  server = await startEmptyServer();
  browser = await launchChromium({ camera: await makeCamera() });
  page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 1000 });
  await addPasskeys(page);
  await setUp(page, server.setupLink ?? '', 'Ana Ruiz', 'Tuesday review');
  group = groupOf(page);
  await page.goto(`${server.url}/g/${group}/record`);
  await record(page, 8);
  await has(page, 'slider', 'Position');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const slider = async (name: string): Promise<ElementHandle> =>
  page.locator(`::-p-aria([name="${name}"][role="slider"])`).waitHandle();
const at = async (name: string): Promise<number> =>
  (await slider(name)).evaluate((element) => Number(element.getAttribute('aria-valuenow')));
const length = async (): Promise<number> =>
  (await slider('Position')).evaluate((element) => Number(element.getAttribute('aria-valuemax')));
/** Where the slider is drawn. */
const middleOf = async (name: string) => {
  const box = await (await slider(name)).boundingBox();
  if (!box) throw new Error(`${name} is not drawn`);
  return { x: box.x + box.width / 2, y: box.y + box.height - 12 };
};
const keys = async (...names: string[]) => {
  for (const name of names) {
    const [key = '', ...held] = name.split('+').reverse();
    for (const one of held) await page.keyboard.down(one as 'Shift');
    await page.keyboard.press(key as 'Home');
    for (const one of held) await page.keyboard.up(one as 'Shift');
  }
};
const isLong = (seconds: number) =>
  until(`it is ${seconds} s long`, async () => Math.abs((await length()) - seconds) < 0.05);
const parts = () => page.$$eval('ol > li p', (rows) => rows.map((row) => row.textContent));

let recorded = 0;

it('opens with its pictures, its sound and where it stands', async () => {
  recorded = await length();
  expect(recorded).toBeGreaterThan(7);
  await until('the pictures are drawn', () =>
    page.$$eval('canvas', (all) => all.filter(({ width }) => width > 0).length > 5),
  );
  await page.locator('svg path[d^="M0,"]').wait();
});

it('cuts the middle by keyboard, frame by frame', async () => {
  await (await slider('Position')).focus();
  await keys('Home', 'Shift+ArrowRight', 'Shift+ArrowRight', 'ArrowRight', 'i');
  const from = await at('The part to cut begins');
  await keys('Shift+ArrowRight', 'Shift+ArrowRight', 'ArrowLeft', 'o');
  const to = await at('The part to cut ends');
  // A frame is about a thirtieth of a second: forth one and back one.
  expect(from).toBeGreaterThan(2);
  expect(from).toBeLessThan(2.12);
  expect(to - from).toBeLessThan(2);
  expect(to - from).toBeGreaterThan(1.88);
  await keys('Delete');
  await isLong(recorded - (to - from));
  expect(await parts()).toHaveLength(2);
});

it('undoes and redoes it by keyboard', async () => {
  const cut = await length();
  await keys('Control+z');
  await isLong(recorded);
  await keys('Control+Shift+z');
  await isLong(cut);
  await keys('Control+z');
  await isLong(recorded);
});

it('marks by mouse what is dragged over, and its ends are drawn to where they belong', async () => {
  const strip = await (await page.locator('canvas').waitHandle()).evaluate((canvas) => {
    const { x, y, height } = canvas.getBoundingClientRect();
    return { x, y: y + height / 2 };
  });
  await page.mouse.move(strip.x + 400, strip.y);
  await page.mouse.down();
  await page.mouse.move(strip.x + 500, strip.y, { steps: 5 });
  await page.mouse.up();
  const before = await at('The part to cut ends');
  const end = await middleOf('The part to cut ends');
  await page.mouse.move(end.x, end.y);
  await page.mouse.down();
  await page.mouse.move(end.x + 100, end.y, { steps: 5 });
  await page.mouse.up();
  const [from, to] = [await at('The part to cut begins'), await at('The part to cut ends')];
  expect(to - before).toBeCloseTo(before - from, 0);
  await page.locator('::-p-text(Cut out)').click();
  await isLong(recorded - (to - from));
  await page.locator('::-p-text(Undo the cut of)').click();
  await isLong(recorded);
});

it('draws an end by finger', async () => {
  await press(page, 'Mark a part to cut');
  const before = await at('The part to cut ends');
  const end = await middleOf('The part to cut ends');
  await page.touchscreen.touchStart(end.x, end.y);
  for (let step = 1; step <= 5; step++) await page.touchscreen.touchMove(end.x + 20 * step, end.y);
  await page.touchscreen.touchEnd();
  expect(await at('The part to cut ends')).toBeGreaterThan(before + 0.3);
  await press(page, 'Keep it');
});

it('plays over a cut without what was in it', async () => {
  await (await slider('Position')).focus();
  await keys('Home', 'Shift+ArrowRight', 'i', 'End', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'o', 'Delete');
  await isLong(3);
  const video = await page.locator('video').waitHandle();
  await video.evaluate((element) => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    const look = (_: number, { mediaTime }: VideoFrameCallbackMetadata) => {
      seen.push(mediaTime);
      element.requestVideoFrameCallback(look);
    };
    element.requestVideoFrameCallback(look);
  });
  await keys('Home', 'Space');
  await until('it has come to the end', async () => (await at('Position')) > 2.95);
  await has(page, 'button', 'Play');
  const seen = (await page.evaluate('seen')) as number[];
  const cut = seen.filter((time) => time > 1.1 && time < recorded - 2.1);
  expect(cut).toEqual([]);
  expect(seen.filter((time) => time >= recorded - 2).length).toBeGreaterThan(10);
});

it('is found as it was left', async () => {
  await page.reload();
  await press(page, 'Look at it');
  await isLong(3);
  expect(await parts()).toHaveLength(2);
});

it('changes the order of parts by their buttons and by dragging', async () => {
  const [first, second] = (await parts()) as [string, string];
  await press(page, `Later: ${first}`);
  await until('they changed places', async () => (await parts())[0] === second);
  const grips = await page.$$('ol > li > span[title]');
  const [from, to] = await Promise.all([grips[1]?.boundingBox(), grips[0]?.boundingBox()]);
  if (!from || !to) throw new Error('rows are not drawn');
  await page.mouse.move(from.x + 5, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 5, to.y + 10, { steps: 5 });
  await page.mouse.up();
  await until('they are back', async () => (await parts())[0] === first);
  await press(page, `Later: ${first}`);
  await until('they changed places', async () => (await parts())[0] === second);
});

describe('to look at', () => {
  it.each([
    ['light', 320, 'es'],
    ['dark', 320, 'es'],
    ['light', 1280, 'en'],
    ['dark', 1280, 'es'],
  ] as const)('is accessible and fits (%s, %i pixels, %s)', async (scheme, width, language) => {
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.evaluate((locale) => localStorage.setItem('PARAGLIDE_LOCALE', locale), language);
    await page.reload();
    await press(page, language === 'es' ? 'Verla' : 'Look at it');
    const words = language === 'es' ? 'Marcar una parte para cortar' : 'Mark a part to cut';
    await press(page, words);
    expect(await found(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
  });
  afterAll(async () => {
    await page.setViewport({ width: 1280, height: 1000 });
    await page.evaluate(() => localStorage.setItem('PARAGLIDE_LOCALE', 'en'));
    await page.reload();
    await press(page, 'Look at it');
  });
});

it('publishes what is left, in the order it was put', async () => {
  await publish(page, 'Exit tickets', 'Exit tickets');
  const sql = "SELECT body FROM records WHERE kind = 'demo' AND state = 'live'";
  await until('it is on the Worker', async () => (await server.d1.prepare(sql).first('body')) !== null);
  const { seconds, takes } = JSON.parse((await server.d1.prepare(sql).first<string>('body')) ?? '{}');
  expect(seconds).toBeCloseTo(3, 0);
  expect(takes.map((take: { fromSeconds?: number }) => Math.round(take.fromSeconds ?? 0))).toEqual([
    Math.round(recorded - 2),
    0,
  ]);
});

it('is had again as one MP4 from its menu', async () => {
  const downloads = await mkdtemp(join(tmpdir(), 'chalkloop-download-'));
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  await page.goto(`${server.url}/g/${group}/feed`);
  await press(page, 'Exit tickets', 'link');
  await press(page, 'More for “Exit tickets”');
  await press(page, 'Download as MP4');
  await see(page, 'Saved as “Exit tickets.mp4”');
  await until('the file is there', () => existsSync(join(downloads, 'Exit tickets.mp4')));
  const { codecs, seconds } = await probe(join(downloads, 'Exit tickets.mp4'));
  expect(codecs).toEqual(['aac', 'h264']);
  expect(seconds).toBeCloseTo(3, 0);
  await rm(downloads, { recursive: true });
});
