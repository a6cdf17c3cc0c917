import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { has, press, see, seeNoMore } from '../harness/hands.ts';
import { begin, openRecorderSite, type RecorderSite } from './recorder-site.ts';
import { seconds } from './studio.ts';

let site: RecorderSite;
let page: Page;

beforeAll(async () => {
  site = await openRecorderSite();
});
afterAll(() => site?.close());
/** As a person comes to it: from another screen of the same page. */
beforeEach(async () => {
  page = await site.browser.newPage();
  await page.goto(`${site.group}/queue`);
  await press(page, 'Demos', 'link');
  await has(page, 'heading', 'Demos');
  await press(page, 'Record', 'link');
  await has(page, 'button', 'Record');
});
afterEach(() => page.close());

const back = () => page.evaluate(() => history.back());

it('Back asks while a recording is under way, and stays when one wants to', async () => {
  await begin(page);
  await seconds(1.2);
  await back();
  await see(page, 'You are recording. Leave?');
  await press(page, 'Stay and go on');
  await seeNoMore(page, 'You are recording. Leave?');
  await back();
  await see(page, 'You are recording. Leave?');
  await press(page, 'Stop and leave');
  await has(page, 'heading', 'Demos');
  expect(page.url()).toBe(`${site.group}/feed`);
});

it('Back does not ask any more once it is stopped, and leads where it did before', async () => {
  await begin(page);
  await seconds(1.2);
  await press(page, 'Stop');
  await has(page, 'heading', 'Look at your demo');
  await back();
  await has(page, 'heading', 'Demos');
  expect(page.url()).toBe(`${site.group}/feed`);
});

it('after leaving by a link Back leads to the recorder, not to an entry that is nowhere', async () => {
  await begin(page);
  await seconds(1.2);
  await press(page, 'Queue', 'link');
  await press(page, 'Stop and leave');
  await has(page, 'heading', 'Reading queue');
  await back();
  await has(page, 'button', 'Record');
  await see(page, 'You have an unpublished recording from');
});
