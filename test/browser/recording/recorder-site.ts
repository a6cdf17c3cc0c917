import type { Browser, Page } from 'puppeteer-core';
import { launchChromium } from '../harness/browsers.ts';
import { makeCamera } from '../harness/camera.ts';
import { has, press } from '../harness/hands.ts';
import { addPasskeys } from '../harness/passkeys.ts';
import { groupOf, setUp } from '../harness/people.ts';
import { startEmptyServer } from '../harness/server.ts';
import { seconds } from './studio.ts';

/** A server with one group of one host, and a browser with a camera that is signed in there. */
export const openRecorderSite = async (extension?: string) => {
  const server = await startEmptyServer();
  const browser: Browser = await launchChromium({
    camera: await makeCamera(),
    ...(extension && { extension }),
  });
  const first = await browser.newPage();
  await addPasskeys(first);
  await setUp(first, server.setupLink ?? '', 'Ana Ruiz', 'Tuesday review');
  const group = `${server.url}/g/${groupOf(first)}`;
  return {
    server,
    browser,
    /** Signed in, at the group's queue. */
    first,
    group,
    openRecorder: async (): Promise<Page> => {
      const page = await browser.newPage();
      await page.goto(`${group}/record`);
      await has(page, 'button', 'Record');
      return page;
    },
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
};
export type RecorderSite = Awaited<ReturnType<typeof openRecorderSite>>;

/** What the recorder keeps of its recordings on this device. */
export const keptRecordings = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ takes: unknown[]; edit?: { now: unknown[]; past: unknown[] } }[]>((resolve, reject) => {
        const opening = indexedDB.open('chalkloop');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction('recordings').objectStore('recordings').getAll();
          asked.onsuccess = () => {
            opening.result.close();
            resolve(asked.result);
          };
        };
      }),
  );

/** Counts down at once; resolves while it records. */
export const begin = async (page: Page) => {
  await press(page, 'Record');
  await press(page, 'Start now');
  await has(page, 'button', 'Pause');
};

/** One take of about so long, up to where it is looked at. */
export const takeOf = async (page: Page, length: number) => {
  await begin(page);
  await seconds(length);
  await press(page, 'Stop');
  await has(page, 'heading', 'Look at your demo');
};
