import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { fill, has, press, see, seeNoMore, until } from '../harness/hands.ts';
import { begin, keptRecordings, openRecorderSite, type RecorderSite, takeOf } from './recorder-site.ts';
import { seconds } from './studio.ts';

let site: RecorderSite;
let page: Page;

beforeAll(async () => {
  site = await openRecorderSite();
});
afterAll(() => site?.close());
beforeEach(async () => {
  page = await site.openRecorder();
});
afterEach(() => page.close());

/** Switches one of the helps on or off; a device remembers them from test to test. */
const want = async (label: string, isWanted: boolean) => {
  const box = page.locator(`::-p-aria([name="${label}"][role="checkbox"])`);
  if (
    !(await page
      .locator('details')
      .map(({ open }) => open)
      .wait())
  )
    await page.locator('summary').click();
  const isOn = await box.map((input) => (input as HTMLInputElement).checked).wait();
  if (isOn !== isWanted) await box.click();
};
const ownText = 'Show my own text, scrolling';
const focused = () => page.evaluate(() => document.activeElement?.textContent);

it('a take under a second is nothing: it says so, keeps nothing and records again', async () => {
  await begin(page);
  await press(page, 'Stop');
  await see(page, 'shorter than a second');
  expect(await focused()).toBe('Record');
  expect(await keptRecordings(page)).toEqual([]);
  const sql = "SELECT count(*) AS n FROM records WHERE kind = 'demo' AND state <> 'gone'";
  await until('the Worker has none either', async () => (await site.server.d1.prepare(sql).first('n')) === 0);
  await takeOf(page, 1.3);
});

it('Escape calls the countdown off, and the keyboard is where it was', async () => {
  const before = await keptRecordings(page);
  await press(page, 'Record');
  await see(page, '3');
  await page.keyboard.press('Escape');
  await has(page, 'button', 'Record');
  expect(await focused()).toBe('Record');
  await seconds(3.5);
  await has(page, 'button', 'Record');
  expect(await keptRecordings(page)).toEqual(before);
});

it('letters record, pause, go on and stop, but not where one types or does not want them', async () => {
  await page.keyboard.press('r');
  await has(page, 'button', 'Start now');
  await page.keyboard.press('Escape');
  await want('Letters as shortcuts', false);
  await page.keyboard.press('r');
  await has(page, 'button', 'Record');
  await want('Letters as shortcuts', true);
  await want(ownText, true);
  await fill(page, 'Your text', 'r p s');
  await page.locator('textarea').click();
  await page.keyboard.type('rrr');
  await has(page, 'button', 'Record');
  await page.keyboard.press('Tab');
  await page.keyboard.press('r');
  await press(page, 'Start now');
  await has(page, 'button', 'Pause');
  await seconds(1.2);
  await page.keyboard.press('p');
  await see(page, 'Nothing is recorded');
  await page.keyboard.press('p');
  await has(page, 'button', 'Pause');
  await page.keyboard.press('s');
  await has(page, 'heading', 'Look at your demo');
});

it('one’s own text moves while the take runs, holds while it is paused, and is there next time', async () => {
  const words = Array.from({ length: 400 }, (_, at) => `word${at}`).join(' ');
  await want(ownText, true);
  await fill(page, 'Your text', words);
  const top = () =>
    page
      .locator('section[aria-label="Your text"]')
      .map((box) => box.scrollTop)
      .wait();
  await begin(page);
  const first = await top();
  await until('it moves', async () => (await top()) > first + 3);
  await press(page, 'Pause');
  await see(page, 'Nothing is recorded');
  const held = await top();
  await seconds(0.7);
  expect(await top()).toBe(held);
  await press(page, 'Go on');
  await press(page, 'Hold the text');
  const own = await top();
  await seconds(0.7);
  expect(await top()).toBe(own);
  await press(page, 'Stop');
  await has(page, 'heading', 'Look at your demo');
  await page.reload();
  await has(page, 'button', 'Record');
  expect(
    await page
      .locator('textarea')
      .map(({ value }) => value)
      .wait(),
  ).toBe(words);
});

it('where no motion is wanted the text stands still and goes on by a press', async () => {
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await want(ownText, true);
  await fill(page, 'Your text', 'A line of one’s own.\n'.repeat(40));
  const top = () =>
    page
      .locator('section[aria-label="Your text"]')
      .map((box) => box.scrollTop)
      .wait();
  await begin(page);
  await seconds(1);
  expect(await top()).toBe(0);
  await press(page, 'On');
  await until('it went on', async () => (await top()) > 20);
});

it('the three questions can be put away, and stay away', async () => {
  await see(page, 'What did you try?');
  await want('Show three questions to talk along', false);
  await seeNoMore(page, 'What did you try?');
  await page.reload();
  await has(page, 'button', 'Record');
  await seeNoMore(page, 'What did you try?');
});
