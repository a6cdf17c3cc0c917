import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { launchChromium } from '../test/browser/harness/browsers.ts';
import { makeCamera } from '../test/browser/harness/camera.ts';
import { fill, press, see } from '../test/browser/harness/hands.ts';
import { addPasskeys } from '../test/browser/harness/passkeys.ts';
import { startEmptyServer } from '../test/browser/harness/server.ts';
import { build } from './build/build.ts';
import { root } from './root.ts';
import { addSample } from './sample/add-sample.ts';
import { group } from './sample/content.ts';
import { task } from './task.ts';

const folder = join(root, 'docs', 'pictures');

type Look = { theme: 'light' | 'dark'; width: number; height: number };
const laptop = { width: 1100, height: 720 };
const phone = { width: 390, height: 760 };

const look = async (page: Page, { theme, width, height }: Look) => {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.setViewport({ width, height, deviceScaleFactor: 1 });
};

/** What has to be read on it before the picture is taken is also what shows that it is the right one. */
const take = async (page: Page, name: string, words: string, how: Look) => {
  await look(page, how);
  await see(page, words);
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  // A player draws its controls in its own time; nothing says when it is done.
  await setTimeout(1_500);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`docs/pictures/${name}.png`);
};

/** `node scripts/pictures.ts`: the README's pictures, of the real thing with the sample group in it. */
await task(async () => {
  await build((name) => console.log(`Building the ${name} …`));
  mkdirSync(folder, { recursive: true });
  const server = await startEmptyServer();
  const browser = await launchChromium({ camera: await makeCamera(), language: 'en' });
  try {
    const page = await browser.newPage();
    await addPasskeys(page);
    await page.goto(await addSample(server));
    await fill(page, 'Your name', 'Dana Levi');
    await press(page, 'Make a passkey and go on');
    await see(page, 'Three seconds of silence');

    const at = `${server.url}/g/${group.id}`;
    await page.goto(`${at}/queue`);
    await take(page, 'queue', 'Three seconds of silence', { theme: 'light', ...laptop });
    await press(page, 'Three seconds of silence', 'link');
    await take(page, 'reader', 'There are two pauses', { theme: 'light', ...phone });
    await page.goto(`${at}/feed`);
    await take(page, 'feed', 'Think – pair – share', { theme: 'dark', ...phone });
    await press(page, 'Think – pair – share, with a timer on the board', 'link');
    await take(page, 'demo', 'The ring is what my class needs', { theme: 'dark', ...laptop });
  } finally {
    await browser.close();
    await server.stop();
  }
});
