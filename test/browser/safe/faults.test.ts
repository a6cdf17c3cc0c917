import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { extensionDir } from '../../../scripts/build/parts.ts';
import { launchChromium } from '../harness/browsers.ts';
import { makeCamera } from '../harness/camera.ts';
import { inviteColleague } from '../harness/colleague.ts';
import { record } from '../harness/demo.ts';
import { openPopup } from '../harness/extension.ts';
import { type Fate, type FaultyLine, startFaultyLine } from '../harness/faulty-line.ts';
import { fill, press, until } from '../harness/hands.ts';
import { digestsOnDevice, servedDemo } from '../harness/kept-files.ts';
import { addPasskeys } from '../harness/passkeys.ts';
import { groupOf, setUp } from '../harness/people.ts';
import { probe } from '../harness/probe.ts';
import { startEmptyServer } from '../harness/server.ts';

let server: Awaited<ReturnType<typeof startEmptyServer>>;
let browser: Awaited<ReturnType<typeof launchChromium>>;
let line: FaultyLine;
let colleague: Awaited<ReturnType<typeof inviteColleague>>;
let page: Page;
let recorder: string;
let before = 0;

beforeAll(async () => {
  server = await startEmptyServer();
  line = await startFaultyLine(() => Number(new URL(server.url).port));
  browser = await launchChromium({ camera: await makeCamera(), extension: extensionDir });
  page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  await addPasskeys(page);
  const { pathname, hash } = new URL(server.setupLink ?? '');
  const invite = await setUp(page, line.url + pathname + hash, 'Ana Ruiz', 'Tuesday review');
  colleague = await inviteColleague(server, invite, 'Ben Okafor');
  recorder = `${line.url}/g/${groupOf(page)}/record`;
});
afterAll(async () => {
  await browser.close();
  line.stop();
  await server.stop();
});
beforeEach(async () => {
  line.decide = () => 'pass';
  line.sentAgain.length = 0;
  before = await liveDemos();
  await page.goto(recorder);
});

const liveDemos = async (): Promise<number> => {
  const count = "SELECT count(*) AS n FROM records WHERE kind = 'demo' AND state = 'live'";
  return (await server.d1.prepare(count).first<number>('n')) ?? 0;
};

const isApi = (asked: string) => / \/api\//.test(asked);

const fillIn = async (on: Page, title: string) => {
  await fill(on, 'Title', title);
  await fill(on, 'Strategy', 'Exit tickets', 'combobox');
  await press(on, 'No', 'radio');
};

/** What is served in the end is, byte for byte, what was recorded; and it decodes. */
const expectAllOf = async (recorded: Record<string, string>) => {
  const { token, space } = colleague;
  await until('it is live', async () => (await liveDemos()) === before + 1, 100_000);
  const served = await servedDemo(server.url, token, space);
  expect(served?.digests).toMatchObject(recorded);
  expect((await probe(served?.playlist ?? '')).seconds).toBeGreaterThan(3);
  expect(line.sentAgain).toEqual([]);
};

it('publishes what was recorded though every third answer is lost', async () => {
  let asked = 0;
  line.decide = (what) => {
    if (!isApi(what)) return 'pass';
    asked += 1;
    return asked % 3 === 0 ? 'drop-answer' : 'pass';
  };
  await record(page, 5);
  await fillIn(page, 'Every third answer');
  const recorded = await digestsOnDevice(page);
  await press(page, 'Publish to the group');
  await expectAllOf(recorded);
  expect(line.dropped).toBeGreaterThan(3);
});

it('publishes what was recorded without a network, once there is one again', async () => {
  line.decide = (what) => (isApi(what) ? 'cut' : 'pass');
  await record(page, 5);
  await fillIn(page, 'In the cellar');
  const recorded = await digestsOnDevice(page);
  await press(page, 'Publish to the group');
  await page.locator('::-p-text(You are offline)').wait();
  line.decide = () => 'pass';
  await expectAllOf(recorded);
});

/** A line that takes words and holds files back, until it is opened. */
const holdFiles = () => {
  const gate = Promise.withResolvers<Fate>();
  line.decide = (what) => (what.startsWith('PUT') && what.includes('/files/') ? gate.promise : 'pass');
  return () => gate.resolve('pass');
};

const publishAndClose = async (from: Page, title: string) => {
  const open = holdFiles();
  await record(from, 4);
  await fillIn(from, title);
  const recorded = await digestsOnDevice(from);
  await press(from, 'Publish to the group');
  await from.locator('::-p-text(You may close this tab)').wait();
  await from.close();
  open();
  await expectAllOf(recorded);
};

it('goes on sending after its tab was closed', async () => {
  const own = await browser.newPage();
  await own.goto(recorder);
  await page.goto('about:blank');
  await publishAndClose(own, 'The bell rang');
});

it('goes on sending from the extension, too', async () => {
  const popup = await openPopup(browser, page);
  await press(popup, 'Connect');
  await popup.locator('::-p-text(Tuesday review)').wait();
  const opens = browser.waitForTarget((target) => target.url().includes('/recorder.html'));
  await press(popup, 'Record a demo', 'link');
  const own = await (await opens).asPage();
  own.setDefaultTimeout(60_000);
  await page.goto('about:blank');
  await publishAndClose(own, 'The bell rang again');
});
