import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { extensionDir } from '../../scripts/build/parts.ts';
import { articlePage } from './harness/article.ts';
import { launchChromium } from './harness/browsers.ts';
import { makeCamera } from './harness/camera.ts';
import { publish, record } from './harness/demo.ts';
import { openPopup } from './harness/extension.ts';
import { fill, press, see, seeNoMore, until } from './harness/hands.ts';
import { type Site, startOutside, startSite } from './harness/outside.ts';
import { addPasskeys } from './harness/passkeys.ts';
import { groupOf, join, setUp } from './harness/people.ts';
import { probe } from './harness/probe.ts';
import { startEmptyServer } from './harness/server.ts';

let server: Awaited<ReturnType<typeof startEmptyServer>>;
let outside: Awaited<ReturnType<typeof startOutside>>;
let news: Site;
let ana: { browser: Browser; page: Page };
let ben: { browser: Browser; page: Page };

const person = async (withExtension: boolean) => {
  const camera = await makeCamera();
  const browser = await launchChromium({
    ...(withExtension ? { extension: extensionDir, camera } : {}),
    hosts: { 'news.test': news.port },
    proxyPort: outside.port,
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1200, height: 900 });
  await addPasskeys(page);
  return { browser, page };
};

beforeAll(async () => {
  outside = await startOutside();
  news = await startSite({ '/exit-tickets': articlePage('Exit tickets that take two minutes') });
  server = await startEmptyServer();
  ana = await person(true);
  ben = await person(false);
});
afterAll(async () => {
  await Promise.all([ana?.browser.close(), ben?.browser.close()]);
  await Promise.all([server?.stop(), outside?.stop(), news?.stop()]);
});

let invite: string;
let group: string;
const count = async (sql: string) => (await server.d1.prepare(sql).first<number>('n')) ?? 0;
const filesOnWorker = () => count("SELECT count(*) AS n FROM files WHERE state = 'present'");
const place = (of: string) => `${server.url}/g/${group}/${of}`;

it('lets the first teacher set up, make the group and hold its invite link', async () => {
  expect(server.setupLink).toContain('/setup#');
  invite = await setUp(ana.page, server.setupLink ?? '', 'Ana Ruiz', 'Tuesday review');
  expect(invite).toMatch(new RegExp(`^${server.url}/join#[\\w-]{20,}$`));
  group = groupOf(ana.page);
  await see(ana.page, 'Nothing in the queue yet');
});

it('lets a second teacher in by the link, in a browser of his own', async () => {
  await join(ben.page, invite, 'Ben Okoye');
  expect(groupOf(ben.page)).toBe(group);
});

it('says in words that a link is mistyped', async () => {
  const visitor = await (await ben.browser.createBrowserContext()).newPage();
  await visitor.goto(`${invite.slice(0, -3)}xyz`);
  await see(visitor, 'This invite link does not work');
  await visitor.close();
});

it('connects the extension from the group’s page, which it names first', async () => {
  const popup = await openPopup(ana.browser, ana.page);
  await see(popup, new URL(server.url).host);
  await press(popup, 'Connect');
  await see(popup, 'Tuesday review');
  await popup.close();
});

it('clips an article with its title, byline, site and reading time, and the other reads it', async () => {
  const article = await ana.browser.newPage();
  await article.goto('http://news.test/exit-tickets');
  const popup = await openPopup(ana.browser, article);
  await see(popup, 'Maya Okafor');
  await see(popup, 'The Staffroom');
  await see(popup, 'Exit tickets are old.');
  await fill(popup, 'Why is it worth the group’s time?', 'We said we would try these.');
  await press(popup, 'Save');
  await see(popup, 'Saved');
  await article.close();

  await see(ben.page, 'Exit tickets that take two minutes');
  await see(ben.page, 'We said we would try these.');
  await press(ben.page, 'Exit tickets that take two minutes', 'link');
  await see(ben.page, 'I stopped grading them, and started reading them.');
});

it('records in the extension’s tab while segments already lie on the Worker, and publishes', async () => {
  const popup = await openPopup(ana.browser, ana.page);
  const opens = ana.browser.waitForTarget((target) => target.url().includes('/recorder.html'));
  await press(popup, 'Record a demo', 'link');
  const recorder = await (await opens).asPage();
  const before = await filesOnWorker();
  await record(recorder, 7, () =>
    until('segments on the Worker while she still talks', async () => (await filesOnWorker()) >= before + 4),
  );
  await publish(recorder, 'Exit tickets on sticky notes', 'Exit tickets');
  await recorder.close();
});

it('shows it in the other’s feed, where frames decode, seeking works and a comment is taken', async () => {
  await ben.page.goto(place('feed'));
  await press(ben.page, 'Exit tickets on sticky notes', 'link');
  const video = await ben.page.locator('video').waitHandle();
  await video.evaluate((element) => element.play());
  await until('frames decoded', () =>
    video.evaluate((element) => element.getVideoPlaybackQuality().totalVideoFrames > 20),
  );
  await video.evaluate((element) => {
    element.currentTime = 5;
  });
  await until('the seek done', () =>
    video.evaluate((element) => element.currentTime >= 5 && !element.seeking),
  );

  await fill(ben.page, 'Your comment', 'What did the third pile look like?');
  await ben.page.keyboard.press('Enter');
  await ana.page.goto(place('feed'));
  await press(ana.page, 'Exit tickets on sticky notes', 'link');
  await see(ana.page, 'What did the third pile look like?');
});

it('serves H.264 and AAC of the length that was recorded', async () => {
  const record = new URL(ben.page.url()).pathname.split('/').at(-1);
  const ticket = await ben.page.evaluate(async (path) => {
    const answer = await fetch(path, { method: 'POST' });
    return (await answer.json()).ticket as string;
  }, `/api/spaces/${group}/records/${record}/ticket`);
  const { codecs, seconds } = await probe(`${server.url}/files/${ticket}/master.m3u8`);
  const shown = await ben.page.$eval('video', (element) => element.duration);
  expect(codecs).toEqual(['aac', 'h264']);
  expect(seconds).toBeCloseTo(shown, 0);
  expect(seconds).toBeGreaterThan(6);
});

it('deletes what is one’s own for both, and after the sweep its bytes are gone from R2', async () => {
  await press(ana.page, 'More for “Exit tickets on sticky notes”');
  await press(ana.page, 'Delete the demo');
  await press(ana.page, 'Delete for everyone');
  await ben.page.goto(place('feed'));
  await seeNoMore(ben.page, 'Exit tickets on sticky notes');

  await ana.page.goto(place('queue'));
  await press(ana.page, 'More for “Exit tickets that take two minutes”');
  await press(ana.page, 'Remove from the queue');
  await press(ana.page, 'Remove for everyone');
  await ben.page.goto(place('queue'));
  await see(ben.page, 'Nothing in the queue yet');

  expect((await server.r2.list()).objects.length).toBeGreaterThan(0);
  await server.sweep();
  expect((await server.r2.list()).objects).toEqual([]);
  expect(await count("SELECT count(*) AS n FROM records WHERE kind <> 'roster' AND body IS NOT NULL")).toBe(
    0,
  );
});

it('has asked nobody else for anything', () => {
  expect(outside.asked).toEqual([]);
});
