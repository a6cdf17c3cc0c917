import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { publish } from '../harness/demo.ts';
import { has, press, see, until } from '../harness/hands.ts';
import { begin, keptRecordings, openRecorderSite, type RecorderSite, takeOf } from './recorder-site.ts';
import { seconds } from './studio.ts';

let site: RecorderSite;
let page: Page;

beforeAll(async () => {
  site = await openRecorderSite();
});
afterAll(() => site?.close());
beforeEach(async () => {
  page = await site.openRecorder();
});
afterEach(() => page.close());

const addTake = async (length: number) => {
  await press(page, 'Add another take');
  await has(page, 'heading', 'Add a take');
  await takeOf(page, length);
};
/** The numbers of the takes, as the list shows them. */
const parts = () =>
  page.$$eval('ol > li > p', (rows) => rows.map(({ textContent }) => Number(/\d+/.exec(textContent)?.[0])));
const showsParts = (wanted: number[]) =>
  until(`the parts are ${wanted}`, async () => String(await parts()) === String(wanted));
/** A row's button, whatever its length is said to be. */
const pressOf = (what: string, take: number) =>
  page.locator(`button[aria-label^="${what} Take ${take} "]`).click();
/** The takes of what was published last, by the numbers in their files' names. */
const publishedTakes = async (): Promise<number[]> => {
  const sql = "SELECT body FROM records WHERE kind = 'demo' AND state = 'live' ORDER BY seq DESC LIMIT 1";
  const body = await site.server.d1.prepare(sql).first<string>('body');
  const { takes } = JSON.parse(body ?? '{"takes":[]}') as {
    takes: { video: { segments: { name: string }[] } }[];
  };
  return takes.map(({ video }) => Number(/^t(\d+)-/.exec(video.segments[0]?.name ?? '')?.[1]) + 1);
};
const live = async () => {
  const sql = "SELECT count(*) AS n FROM records WHERE kind = 'demo' AND state = 'live'";
  return (await site.server.d1.prepare(sql).first<number>('n')) ?? 0;
};
const newest = async () => (await keptRecordings(page)).at(-1);

it('five takes, put into another order, are published in that order', async () => {
  await takeOf(page, 1.3);
  for (let count = 0; count < 4; count++) await addTake(1.3);
  await showsParts([1, 2, 3, 4, 5]);
  await pressOf('Earlier:', 5);
  await showsParts([1, 2, 3, 5, 4]);
  await pressOf('Later:', 1);
  await showsParts([2, 1, 3, 5, 4]);
  await pressOf('Later:', 1);
  await showsParts([2, 3, 1, 5, 4]);
  const before = await live();
  await publish(page, 'In another order', 'Jigsaw');
  await until('it is on the Worker', async () => (await live()) === before + 1);
  expect(await publishedTakes()).toEqual([2, 3, 1, 5, 4]);
});

it('a take done again stands where the old one stood, and Undo brings that back', async () => {
  await takeOf(page, 1.3);
  await addTake(1.3);
  await pressOf('More for', 1);
  await press(page, 'Record this one again');
  await has(page, 'heading', 'Record this take again');
  await takeOf(page, 1.3);
  await showsParts([3, 2]);
  await page.focus('button[aria-label="Play"]');
  await page.keyboard.down('Control');
  await page.keyboard.press('z');
  await page.keyboard.up('Control');
  await showsParts([1, 2]);
});

it('a take that comes to nothing, or is not recorded after all, takes nothing of the others along', async () => {
  await takeOf(page, 1.3);
  const before = await newest();
  await press(page, 'Add another take');
  await begin(page);
  await press(page, 'Stop');
  await see(page, 'shorter than a second');
  expect(await newest()).toMatchObject({ takes: before?.takes });
  await press(page, 'Back to your demo');
  await showsParts([1]);
  await addTake(1.3);
  await showsParts([1, 2]);
});

it('a take has what the others leave of the time', async () => {
  await takeOf(page, 2.5);
  await press(page, 'Add another take');
  await see(page, 'stops by itself after 1:5');
});

it('what was closed of an added take when the browser went stands in the edit', async () => {
  await takeOf(page, 1.3);
  await press(page, 'Add another take');
  await begin(page);
  await seconds(5);
  await page.close();
  page = await site.openRecorder();
  await see(page, 'You have an unpublished recording from');
  const row = await newest();
  expect(row?.takes).toHaveLength(2);
  expect(row?.edit).toMatchObject({ now: [{ take: 0 }, { take: 1 }], past: [[{ take: 0 }]] });
});
