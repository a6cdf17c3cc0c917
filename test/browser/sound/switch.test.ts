import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publish, record } from '../harness/demo.ts';
import { has, press, see, until } from '../harness/hands.ts';
import { found, sideways } from '../harness/look.ts';
import { openRecorderSite, type RecorderSite } from '../recording/recorder-site.ts';

let site: RecorderSite;
let page: Page;

beforeAll(async () => {
  site = await openRecorderSite();
  page = await site.openRecorder();
  await record(page, 3);
  await has(page, 'slider', 'Position');
});
afterAll(() => site?.close());

const box = '::-p-aria([name="Clean the sound"][role="checkbox"])';
const isOn = () =>
  page
    .locator(box)
    .map((input) => (input as HTMLInputElement).checked)
    .wait();
const turn = () => page.locator(box).click();
const comesTo = (on: boolean) =>
  until(`the switch is ${on ? 'on' : 'off'}`, async () => (await isOn()) === on);

type Kept = { clean?: unknown[]; isSoundAsRecorded?: boolean };
/** All rows of a table of this device. */
const rows = <T>(table: string): Promise<T[]> =>
  page.evaluate(
    (name) =>
      new Promise<T[]>((resolve, reject) => {
        const opening = indexedDB.open('chalkloop');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction(name).objectStore(name).getAll();
          asked.onsuccess = () => {
            opening.result.close();
            resolve(asked.result);
          };
        };
      }),
    table,
  );
const keptSound = async () =>
  (await rows<{ name: string }>('files')).filter(({ name }) => name.includes('-c-'));
/** What the Worker has of the demo. */
const sent = async () => (await site.server.r2.list()).objects.map(({ key }) => key.split('/').at(-1) ?? '');

it('cancelled midway it is off, with nothing kept and the keyboard at the switch', async () => {
  // As soon as it is there: it is gone in two seconds.
  await page.evaluate(() => {
    const look = new MutationObserver(() => {
      const cancel = [...document.querySelectorAll('button')].find(
        ({ textContent }) => textContent === 'Cancel',
      );
      if (!cancel) return;
      look.disconnect();
      cancel.focus();
      cancel.click();
    });
    look.observe(document.body, { childList: true, subtree: true });
  });
  await turn();
  await comesTo(false);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('checkbox');
  const [recording] = await rows<Kept>('recordings');
  expect(recording?.clean).toBeUndefined();
  expect(await keptSound()).toEqual([]);
});

it('cleans on this device, and says so; nothing of it is sent before it is published', async () => {
  await turn();
  await see(page, 'The sound is clean.');
  expect(await isOn()).toBe(true);
  await until('it is kept', async () => (await rows<Kept>('recordings'))[0]?.clean?.length === 1);
  expect((await keptSound()).length).toBeGreaterThan(1);
  expect((await sent()).filter((name) => name.includes('-c-'))).toEqual([]);
});

it('lets the same moment be heard before and after, by turns, until it is stopped', async () => {
  await press(page, 'Hear before and after');
  await see(page, 'You hear it as recorded');
  await see(page, 'You hear it cleaned');
  await see(page, 'You hear it as recorded');
  await press(page, 'Stop');
  await has(page, 'button', 'Hear before and after');
});

it('is well to use with the switch on, and on a phone', async () => {
  expect(await found(page)).toEqual([]);
  await page.setViewport({ width: 320, height: 640 });
  expect(await sideways(page)).toBe(0);
  await page.setViewport({ width: 1280, height: 1000 });
});

it('is as it was after the page is opened again, and off and on at once', async () => {
  await page.reload();
  await press(page, 'Look at it');
  await comesTo(true);
  await turn();
  await see(page, 'The sound is as you recorded it.');
  await comesTo(false);
  await turn();
  await see(page, 'The sound is clean.');
  await comesTo(true);
});

it('publishes the clean sound with the picture that was sent already', async () => {
  await until('the recording was sent', async () =>
    (await sent()).some((name) => name.startsWith('t0-a-0002')),
  );
  const before = await sent();
  await publish(page, 'Clean', 'Exit tickets');
  await until('the clean sound is there', async () => (await sent()).some((name) => name.includes('-c-')));
  const later = (await sent()).filter((name) => !before.includes(name) && name.startsWith('t0-v-'));
  expect(later).toEqual([]);
  const sql = "SELECT body FROM records WHERE kind = 'demo' AND state = 'live'";
  await until('it is live', async () => Boolean(await site.server.d1.prepare(sql).first('body')));
  const body = String(await site.server.d1.prepare(sql).first('body'));
  expect(body).toMatch(/"t0-c-[0-9a-f]{8}-0001\.m4s"/);
  expect(body).not.toContain('t0-a-');
});
