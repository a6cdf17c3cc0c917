import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { extensionDir } from '../../../scripts/build/parts.ts';
import { openPopup } from '../harness/extension.ts';
import { has, press, see, until } from '../harness/hands.ts';
import { openRecorderSite, type RecorderSite } from './recorder-site.ts';
import { seconds } from './studio.ts';

let site: RecorderSite;

beforeAll(async () => {
  site = await openRecorderSite(extensionDir);
});
afterAll(() => site?.close());

/** What the keyboard is at, by the name that one hears. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    const labels = at instanceof HTMLInputElement ? [...(at.labels ?? [])] : [];
    return at?.getAttribute('aria-label') ?? labels[0]?.textContent ?? at?.textContent ?? '';
  });

/** Tab, until the keyboard is there. A circle without it is a failure that says what it went through. */
const tabTo = async (page: Page, name: string, is = 'button, input, a') => {
  const passed: string[] = [];
  for (let count = 0; count < 80; count++) {
    const at = await focused(page);
    if (at.trim() === name && (await page.$(`:is(${is}):focus`))) return;
    passed.push(at.trim().slice(0, 30));
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to “${name}”; it leads to: ${passed.join(' · ')}`);
};

/** Nothing but keys, from the opened recorder to the demo in the feed. */
const publishByKeys = async (page: Page, title: string) => {
  await has(page, 'button', 'Record');
  await tabTo(page, 'Record', 'button');
  await page.keyboard.press('Enter');
  await until('the keyboard is at “Start now”', async () => (await focused(page)) === 'Start now');
  await page.keyboard.press('Enter');
  await until('the keyboard is at “Stop”', async () => (await focused(page)) === 'Stop');
  await seconds(1.4);
  await page.keyboard.press('Enter');
  await has(page, 'heading', 'Look at your demo');
  await has(page, 'button', 'Add another take');
  await tabTo(page, 'Add another take');
  await page.keyboard.press('Enter');
  await has(page, 'heading', 'Add a take');
  await has(page, 'button', 'Record');
  await tabTo(page, 'Record', 'button');
  await page.keyboard.press('Enter');
  await until('the keyboard is at “Start now”', async () => (await focused(page)) === 'Start now');
  await page.keyboard.press('Enter');
  await until('the keyboard is at “Stop”', async () => (await focused(page)) === 'Stop');
  await seconds(1.4);
  await page.keyboard.press('Enter');
  await has(page, 'textbox', 'Title');
  await tabTo(page, 'Title');
  await page.keyboard.type(title);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Exit tickets');
  await tabTo(page, 'No');
  await page.keyboard.press('Space');
  await tabTo(page, 'Publish to the group');
  await page.keyboard.press('Enter');
  await see(page, 'It is published');
  await tabTo(page, 'Watch your demo');
};
const liveTitles = async () => {
  const { results } = await site.server.d1
    .prepare(
      "SELECT json_extract(body, '$.title') AS title FROM records WHERE kind = 'demo' AND state = 'live'",
    )
    .all<{ title: string }>();
  return results.map(({ title }) => title);
};

it('the page can be worked by the keyboard alone, from opening the recorder to published', async () => {
  const page = await site.openRecorder();
  await publishByKeys(page, 'By keys on the page');
  await page.keyboard.press('Enter');
  await has(page, 'heading', 'By keys on the page');
  await until('the Worker has it', async () => (await liveTitles()).includes('By keys on the page'));
  await page.close();
});

it('so can the extension’s recorder', async () => {
  const popup = await openPopup(site.browser, site.first);
  await press(popup, 'Connect');
  await see(popup, 'this browser is connected');
  const address = new URL('/recorder.html', popup.url()).href;
  const page = await site.browser.newPage();
  await page.goto(address);
  await publishByKeys(page, 'By keys in the extension');
  await until('the Worker has it', async () => (await liveTitles()).includes('By keys in the extension'));
  expect(await liveTitles()).toContain('By keys in the extension');
  await page.close();
});
