import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../harness/browsers.ts';
import { has } from '../harness/hands.ts';
import { found, looks, openIn, sideways } from '../harness/look.ts';
import { addPasskeys } from '../harness/passkeys.ts';
import { groupOf, setUp } from '../harness/people.ts';
import { startEmptyServer } from '../harness/server.ts';

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

const places = [
  '/g/:group/queue',
  '/g/:group/feed',
  '/g/:group/people',
  '/devices',
  '/groups/new',
  '/nowhere',
];
const forVisitors = ['/', '/sign-in', '/recover', '/join#nonsense', '/setup'];

describe.each(looks)('on $name', (look) => {
  it.each([...places, ...forVisitors])(
    '%s has nothing that axe finds, and nothing beside the page',
    async (path) => {
      const on = forVisitors.includes(path) ? visitor : page;
      await openIn(on, server.url + path.replace(':group', group), look);
      expect(await found(on)).toEqual([]);
      expect(await sideways(on)).toBe(0);
      expect(await on.evaluate(() => document.documentElement.lang)).toBe(look.language);
    },
  );

  it('an open dialog too', async () => {
    await openIn(page, `${server.url}/devices`, look);
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
