import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../harness/browsers.ts';
import { has } from '../harness/hands.ts';
import { addPasskeys } from '../harness/passkeys.ts';
import { groupOf, setUp } from '../harness/people.ts';
import { startEmptyServer } from '../harness/server.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let server: Awaited<ReturnType<typeof startEmptyServer>>;
let browser: Browser;
let page: Page;
let visitor: Page;
let group: string;

beforeAll(async () => {
  server = await startEmptyServer();
  browser = await launchChromium();
  page = await browser.newPage();
  visitor = await (await browser.createBrowserContext()).newPage();
  await addPasskeys(page);
  const name = 'Doña María de los Ángeles Fernández-Cavada';
  await setUp(page, server.setupLink ?? '', name, 'Lecturas de los martes y jueves');
  group = groupOf(page);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const found = async (on: Page): Promise<string[]> => {
  await on.evaluate(`${axe};0`);
  const { violations } = (await on.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  )) as AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

/** In pixels: what one would have to scroll sideways for. */
const sideways = (on: Page): Promise<number> =>
  on.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const places = [
  '/g/:group/queue',
  '/g/:group/feed',
  '/g/:group/people',
  '/devices',
  '/groups/new',
  '/nowhere',
];
const forVisitors = ['/', '/sign-in', '/recover', '/join#nonsense', '/setup'];

const looks = [
  { name: 'a phone by day', width: 320, height: 640, scheme: 'light', language: 'es', text: '100%' },
  { name: 'a laptop by night', width: 1280, height: 800, scheme: 'dark', language: 'en', text: '100%' },
  { name: 'twice the text', width: 640, height: 800, scheme: 'light', language: 'es', text: '200%' },
] as const;

describe.each(looks)('on $name', ({ width, height, scheme, language, text }) => {
  const look = async (on: Page, path: string) => {
    await on.bringToFront();
    await on.setViewport({ width, height });
    await on.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await on.goto(`${server.url}/icon.svg`);
    await on.evaluate((locale) => localStorage.setItem('PARAGLIDE_LOCALE', locale), language);
    await on.goto(server.url + path.replace(':group', group));
    await on.locator('main h1, main h2').wait();
    await on.evaluate((size) => {
      document.documentElement.style.fontSize = size;
    }, text);
  };

  it.each([...places, ...forVisitors])(
    '%s has nothing that axe finds, and nothing beside the page',
    async (path) => {
      const on = forVisitors.includes(path) ? visitor : page;
      await look(on, path);
      expect(await found(on)).toEqual([]);
      expect(await sideways(on)).toBe(0);
      expect(await on.evaluate(() => document.documentElement.lang)).toBe(language);
    },
  );

  it('an open dialog too', async () => {
    await look(page, '/devices');
    const buttons = await page.$$('main section:last-of-type button');
    await buttons[1]?.click();
    await page.locator('dialog[open] h2').wait();
    expect(await found(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('dialog[open]'));
    expect(await buttons[1]?.evaluate((button) => button === document.activeElement)).toBe(true);
  });
});

it('begins with a way past the header, which moves the focus to the screen', async () => {
  await page.setViewport({ width: 1280, height: 800 });
  await page.evaluate(() => localStorage.setItem('PARAGLIDE_LOCALE', 'en'));
  await page.goto(`${server.url}/g/${group}/queue`);
  await has(page, 'heading', 'Reading queue');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
});
