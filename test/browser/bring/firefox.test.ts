import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { addSample } from '../../../scripts/sample/add-sample.ts';
import { launchFirefox } from '../harness/browsers.ts';
import { inviteColleague } from '../harness/colleague.ts';
import { publish } from '../harness/demo.ts';
import { has, press, see, until } from '../harness/hands.ts';
import { startEmptyServer } from '../harness/server.ts';

/**
 * Firefox gives no raw samples of a camera: its own recorder writes a file, of which a take is made. The level of
 * the microphone is not looked at: without a sound card Firefox begins no AudioContext, whatever is pressed.
 */
let server: Awaited<ReturnType<typeof startEmptyServer>>;
let browser: Browser;
let page: Page;
let recorder: string;

const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000));

beforeAll(async () => {
  server = await startEmptyServer();
  const colleague = await inviteColleague(server, await addSample(server), 'Fay Lindqvist');
  recorder = `${server.url}/g/${colleague.space}/record`;
  browser = await launchFirefox();
  // Firefox has no authenticator to drive: she is signed in as her colleague's device is.
  const cookie = { name: '__Host-chalkloop', value: colleague.token, domain: 'localhost', path: '/' };
  await browser.setCookie({ ...cookie, secure: true, httpOnly: true, sameSite: 'Lax', expires: -1 });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  page = await browser.newPage();
  // Making a take of a file is as fast as the machine is.
  page.setDefaultTimeout(100_000);
  await page.goto(recorder);
});
afterEach(() => page.close());

const lengthOf = async (): Promise<number> => {
  const video = await page.locator('video').waitHandle();
  await until('its length is known', () => video.evaluate((element) => element.readyState > 0));
  return video.evaluate((element) => element.duration);
};
const live = async () =>
  (await server.d1
    .prepare("SELECT count(*) AS n FROM records WHERE kind = 'demo' AND state = 'live'")
    .first<number>('n')) ?? 0;
const begin = async () => {
  await press(page, 'Record');
  await press(page, 'Start now');
  await has(page, 'button', 'Pause');
};

it('records, leaves a pause out, and publishes', async () => {
  await begin();
  const startMs = Date.now();
  await seconds(3);
  await press(page, 'Pause');
  await seconds(6);
  await press(page, 'Go on');
  await seconds(2);
  await press(page, 'Stop');
  const endMs = Date.now();
  await has(page, 'heading', 'Look at your demo');
  const length = await lengthOf();
  expect(length).toBeGreaterThan(4);
  // The pause alone was as long as half of it.
  expect(length).toBeLessThan((endMs - startMs) / 1000 - 5);
  const before = await live();
  await publish(page, 'From Firefox', 'Exit tickets');
  await until('it is on the Worker', async () => (await live()) === before + 1);
});

it('finds what a crash left, makes a demo of it, and publishes that', async () => {
  await begin();
  await seconds(6);
  await page.close();
  page = await browser.newPage();
  page.setDefaultTimeout(100_000);
  await page.goto(recorder);
  await see(page, 'You have an unpublished recording from');
  await press(page, 'Look at it');
  await has(page, 'heading', 'Look at your demo');
  expect(await lengthOf()).toBeGreaterThan(3.5);
  const before = await live();
  await publish(page, 'What was left', 'Exit tickets');
  await until('it is on the Worker', async () => (await live()) === before + 1);
});
