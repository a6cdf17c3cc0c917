import { join } from 'node:path';
import { launchChromium } from '../harness/browsers.ts';
import { startCodePage } from '../harness/code-page.ts';
// `window.sound`.
import type {} from './page/main.ts';

/** The code that cleans sound on a page of its own, in Chromium; `folder` is where its files come from and go to. */
export const openSound = async () => {
  const served = await startCodePage('sound', join(import.meta.dirname, 'page'));
  const browser = await launchChromium();
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(served.url);
  return {
    page,
    folder: served.folder,
    close: async () => {
      await browser.close();
      await served.stop();
    },
  };
};
