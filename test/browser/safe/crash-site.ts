import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { launchChromium } from '../harness/browsers.ts';
import { makeCamera } from '../harness/camera.ts';
import { inviteColleague } from '../harness/colleague.ts';
import { fill, has, press, see, until } from '../harness/hands.ts';
import { digestsOnDevice, servedDemo } from '../harness/kept-files.ts';
import { addPasskeys } from '../harness/passkeys.ts';
import { groupOf, setUp } from '../harness/people.ts';
import { probe } from '../harness/probe.ts';
import { startEmptyServer } from '../harness/server.ts';

const leastSeconds = 3;
const segmentSeconds = 2;

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

const ended = (browser: Browser) =>
  new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));

/** Whoever opens the page once more finds the recording, looks at it and publishes it. */
const publishFound = async (page: Page, title: string) => {
  await see(page, 'You have an unpublished recording');
  await press(page, 'Look at it');
  await has(page, 'heading', 'Look at your demo');
  await fill(page, 'Title', title);
  await fill(page, 'Strategy', 'Exit tickets', 'combobox');
  await press(page, 'No', 'radio');
};

/** A teacher whose browser is killed while it records, again and again, on one profile that stays. */
export const openCrashSite = async () => {
  const server = await startEmptyServer();
  const profile = await mkdtemp(join(tmpdir(), 'chalkloop-crash-'));
  const camera = await makeCamera();
  const launch = () => launchChromium({ camera, profile });
  let browser = await launch();
  const first = await browser.newPage();
  await addPasskeys(first);
  const invite = await setUp(first, server.setupLink ?? '', 'Ana Ruiz', 'Tuesday review');
  const recorder = `${server.url}/g/${groupOf(first)}/record`;
  const { token, space } = await inviteColleague(server, invite, 'Ben Okafor');
  // An ordinary end, so that the browser has written down who is signed in.
  await browser.close();
  let crashes = 0;

  /** Published in the end: what was on the device right before the end, and right after. */
  const crash = async () => {
    crashes += 1;
    browser = await launch();
    const page = await browser.newPage();
    await page.goto(recorder);
    await press(page, 'Record');
    await press(page, 'Start now');
    await has(page, 'button', 'Pause');
    await pause(leastSeconds + Math.random() * 2 * segmentSeconds);
    const before = await digestsOnDevice(page);
    const gone = ended(browser);
    browser.process()?.kill('SIGKILL');
    await gone;

    browser = await launch();
    const again = await browser.newPage();
    await again.goto(recorder);
    await see(again, 'You have an unpublished recording');
    const after = await digestsOnDevice(again);
    const title = `Crash ${crashes}`;
    await publishFound(again, title);
    await press(again, 'Publish to the group');
    const live = "SELECT count(*) AS n FROM records WHERE kind = 'demo' AND state = 'live'";
    await until('it is live', async () => (await server.d1.prepare(live).first<number>('n')) === crashes);
    await browser.close();
    const served = await servedDemo(server.url, token, space);
    const { seconds } = await probe(served?.playlist ?? '');
    const segments = Object.keys(before).filter((name) => /-v-\d+\.m4s$/.test(name)).length;
    const parts = Object.entries(served?.digests ?? {}).filter(([name]) => name in after);
    return {
      before,
      after,
      served: Object.fromEntries(parts),
      seconds,
      playable: Math.max(0, segments - 1) * segmentSeconds,
    };
  };

  return {
    crash,
    close: async () => {
      await browser.close().catch(() => undefined);
      await server.stop();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
