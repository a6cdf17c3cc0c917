import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addSample } from '../../scripts/sample/add-sample.ts';
import { launchFirefox } from './harness/browsers.ts';
import { inviteColleague } from './harness/colleague.ts';
import { fill, press, see, until } from './harness/hands.ts';
import { startEmptyServer } from './harness/server.ts';

let server: Awaited<ReturnType<typeof startEmptyServer>>;
let browser: Browser;
let page: Page;
let space: string;

beforeAll(async () => {
  server = await startEmptyServer();
  const colleague = await inviteColleague(server, await addSample(server), 'Fay Lindqvist');
  space = colleague.space;
  browser = await launchFirefox();
  page = await browser.newPage();
  await page.setViewport({ width: 1100, height: 900 });
  // Firefox has no authenticator to drive: she is signed in as her colleague's device is.
  const cookie = { name: '__Host-chalkloop', value: colleague.token, domain: 'localhost', path: '/' };
  await browser.setCookie({ ...cookie, secure: true, httpOnly: true, sameSite: 'Lax', expires: -1 });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it('reads the group’s copy of a clip', async () => {
  await page.goto(`${server.url}/g/${space}/queue`);
  await press(page, 'Three seconds of silence', 'link');
  await see(page, 'Ask a question, and count.');
});

it('plays a demo by hls.js, seeks in it, and takes a comment', async () => {
  await page.goto(`${server.url}/g/${space}/feed`);
  await press(page, 'Think – pair – share, with a timer on the board', 'link');
  const video = await page.locator('video').waitHandle();
  expect(await video.evaluate((element) => element.canPlayType('application/vnd.apple.mpegurl'))).toBe('');
  await video.evaluate((element) => void element.play());
  const frames = () => video.evaluate((element) => element.getVideoPlaybackQuality().totalVideoFrames);
  await until('frames decoded', async () => (await frames()) > 10);
  await video.evaluate((element) => {
    element.currentTime = 8;
  });
  await until('the seek done', () =>
    video.evaluate((element) => element.currentTime >= 8 && !element.seeking),
  );

  await fill(page, 'Your comment', 'This plays in Firefox too.');
  await page.keyboard.press('Enter');
  const stored = () =>
    server.d1
      .prepare("SELECT count(*) AS n FROM records WHERE body LIKE '%plays in Firefox%'")
      .first<number>('n');
  await until('the comment on the Worker', async () => (await stored()) === 1);
});
