import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchChromium } from '../harness/browsers.ts';
import { makeCamera } from '../harness/camera.ts';
import { publish, record } from '../harness/demo.ts';
import { fill, has, press, see, seeNoMore, until } from '../harness/hands.ts';
import { addPasskeys } from '../harness/passkeys.ts';
import { groupOf, setUp } from '../harness/people.ts';
import { startEmptyServer } from '../harness/server.ts';
import { seconds } from './studio.ts';

let server: Awaited<ReturnType<typeof startEmptyServer>>;
let browser: Browser;
let page: Page;
let recorder: string;

beforeAll(async () => {
  server = await startEmptyServer();
  browser = await launchChromium({ camera: await makeCamera() });
  const first = await browser.newPage();
  await addPasskeys(first);
  await setUp(first, server.setupLink ?? '', 'Ana Ruiz', 'Tuesday review');
  recorder = `${server.url}/g/${groupOf(first)}/record`;
  await first.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const openRecorder = async () => {
  page = await browser.newPage();
  await page.evaluateOnNewDocument(() => {
    // What the camera's light would show.
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    const lent: MediaStreamTrack[] = [];
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await real(wanted);
      lent.push(...stream.getTracks());
      return stream;
    };
    Object.assign(window, { isCameraOn: () => lent.some((track) => track.readyState === 'live') });
  });
  await page.goto(recorder);
};
const isCameraOn = () => page.evaluate('isCameraOn()');
const demos = async (state: string) => {
  const sql = "SELECT count(*) AS n FROM records WHERE kind = 'demo' AND state = ?";
  return (await server.d1.prepare(sql).bind(state).first<number>('n')) ?? 0;
};
const begin = async () => {
  await press(page, 'Record');
  await press(page, 'Start now');
  await has(page, 'button', 'Pause');
};
const discard = async () => {
  await press(page, 'Discard');
  await page.locator('dialog[open] ::-p-aria([name="Discard"][role="button"])').click();
  await has(page, 'button', 'Record');
};

beforeEach(openRecorder);
afterEach(() => page.close());

it('offers what a crash left: all that was closed can be watched and published', async () => {
  await begin();
  await seconds(5.5);
  await page.close();
  await openRecorder();
  await see(page, 'You have an unpublished recording from');
  await press(page, 'Look at it');
  const video = await page.locator('video').waitHandle();
  await until('its length is known', () => video.evaluate((element) => element.readyState > 0));
  expect(await video.evaluate((element) => element.duration)).toBeGreaterThan(3.5);
  const before = await demos('live');
  await publish(page, 'What was left', 'Exit tickets');
  await until('it is on the Worker', async () => (await demos('live')) === before + 1);
});

it('counts down and can be called off', async () => {
  await press(page, 'Record');
  await see(page, '3');
  await press(page, 'Cancel');
  await has(page, 'button', 'Record');
  await press(page, 'Record');
  await has(page, 'button', 'Pause');
  await seconds(1.5);
  await press(page, 'Stop');
  await has(page, 'heading', 'Look at your demo');
  await discard();
});

it('switches the camera off after Stop, and when the screen is left', async () => {
  await has(page, 'button', 'Record');
  expect(await isCameraOn()).toBe(true);
  await record(page, 1.5);
  expect(await isCameraOn()).toBe(false);
  await discard();
  await until('the camera is on again', async () => (await isCameraOn()) === true);
  await press(page, 'Queue', 'link');
  await has(page, 'heading', 'Reading queue');
  expect(await isCameraOn()).toBe(false);
});

it('asks before a link takes one away from a recording, and keeps what there is', async () => {
  await begin();
  await seconds(2.5);
  await press(page, 'Queue', 'link');
  await see(page, 'You are recording. Leave?');
  await press(page, 'Stay and go on');
  await seconds(0.5);
  await press(page, 'Queue', 'link');
  await press(page, 'Stop and leave');
  await has(page, 'heading', 'Reading queue');
  await page.goto(recorder);
  await see(page, 'You have an unpublished recording from');
  await discard();
  await seeNoMore(page, 'You have an unpublished recording from');
});

it('asks for all that a demo needs, and publishes none that students are the focus of', async () => {
  await record(page, 1.5);
  await press(page, 'Publish to the group');
  await see(page, 'Write something under “Title”');
  await fill(page, 'Title', 'Exit tickets');
  await press(page, 'Publish to the group');
  await see(page, 'Write something under “Strategy”');
  await fill(page, 'Strategy', 'Exit tickets', 'combobox');
  await press(page, 'Publish to the group');
  await see(page, 'Answer this before you publish');
  await press(page, 'They are the focus', 'radio');
  await see(page, 'can’t be published here');
  const before = await demos('live');
  await press(page, 'Publish to the group');
  await see(page, 'can’t be published here');
  await seconds(0.5);
  expect(await demos('live')).toBe(before);
  await discard();
});

it('records and publishes without a network, and sends it when there is one', async () => {
  await has(page, 'button', 'Record');
  await page.setOfflineMode(true);
  await see(page, 'You can record all the same');
  const before = await demos('live');
  await record(page, 2);
  await fill(page, 'Title', 'In the basement');
  await fill(page, 'Strategy', 'Wait time', 'combobox');
  await press(page, 'In the background', 'radio');
  await press(page, 'Publish to the group');
  await see(page, 'You are offline: it goes to your group');
  expect(await demos('live')).toBe(before);
  await page.setOfflineMode(false);
  await until('it is on the Worker', async () => (await demos('live')) === before + 1);
});

it('takes everything back from the Worker when a recording is discarded', async () => {
  await begin();
  await until('a draft with segments is there', async () => (await demos('draft')) > 0);
  await seconds(3);
  await press(page, 'Stop');
  await has(page, 'heading', 'Look at your demo');
  await discard();
  await until('no draft is left', async () => (await demos('draft')) === 0);
});

it('can be worked by the keyboard alone', async () => {
  await has(page, 'button', 'Record');
  const focused = () =>
    page.evaluate(() => {
      const { tagName, textContent } = document.activeElement ?? document.body;
      return tagName === 'BUTTON' ? textContent : null;
    });
  for (let count = 0; count < 30 && (await focused()) !== 'Record'; count++) await page.keyboard.press('Tab');
  expect(await focused()).toBe('Record');
  await page.keyboard.press('Enter');
  await has(page, 'button', 'Start now');
  await page.keyboard.press('Enter');
  await has(page, 'button', 'Stop');
  await seconds(1.5);
  await page.keyboard.press('Enter');
  await has(page, 'heading', 'Look at your demo');
  await discard();
});
