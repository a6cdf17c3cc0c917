import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publish } from '../harness/demo.ts';
import { press, see, until } from '../harness/hands.ts';
import { found } from '../harness/look.ts';
import { openRecorderSite, type RecorderSite, takeOf } from '../recording/recorder-site.ts';

let site: RecorderSite;
let page: Page;
beforeAll(async () => {
  site = await openRecorderSite();
  page = await site.openRecorder();
});
afterAll(() => site?.close());

type Published = {
  id: string;
  space: string;
  version: number;
  captions: 'pending' | { file: string; language: string };
};
const published = async (): Promise<Published | null> => {
  const sql =
    "SELECT id, space, version, json_extract(body, '$.captions') AS captions FROM records WHERE kind = 'demo' AND state = 'live'";
  const row = await site.server.d1.prepare(sql).first<Omit<Published, 'captions'> & { captions: string }>();
  if (!row) return null;
  return { ...row, captions: row.captions === 'pending' ? 'pending' : JSON.parse(row.captions) };
};
const captionsIn = async ({ space, id }: Published): Promise<string[]> => {
  const { objects } = await site.server.r2.list({ prefix: `spaces/${space}/${id}/captions-` });
  return objects.map(({ key }) => key.split('/').at(-1) ?? '');
};
const says = (words: string) =>
  page.waitForFunction(
    `(() => { const track = document.querySelector('video')?.textTracks[0]; if (!track) return false;
      track.mode = 'showing'; return [...(track.cues ?? [])].map((cue) => cue.getCueAsHTML().textContent).join('|') === ${JSON.stringify(words)}; })()`,
  );

it('captions written in the review are published with the demo, and everybody sees them', async () => {
  await takeOf(page, 4);
  await press(page, 'New line here');
  await page.waitForSelector('textarea:focus');
  await page.keyboard.type('Tickets & <b>pens</b>, please');
  await see(page, 'The demo is published with one line of captions.');
  expect(await found(page)).toEqual([]);
  await publish(page, 'Exit tickets', 'Exit tickets');
  await until('it is on the Worker', async () => (await published()) !== null);
  const demo = await published();
  if (!demo || demo.captions === 'pending') throw new Error('published without captions');
  expect(demo.captions.language).toBe('en');
  expect(await captionsIn(demo)).toEqual([demo.captions.file]);
  await page.goto(`${site.group}/demo/${demo.id}`);
  await says('Tickets & <b>pens</b>, please');
});

it('its playlist, with captions in it, is read by ffmpeg to the end', async () => {
  const demo = await published();
  const { ticket } = (await page.evaluate(
    async (path) => (await fetch(path, { method: 'POST', body: '{}' })).json(),
    `/api/spaces/${demo?.space}/records/${demo?.id}/ticket`,
  )) as { ticket: string };
  const master = `${site.server.url}/files/${ticket}/master.m3u8`;
  const { stderr } = await promisify(execFile)('ffmpeg', ['-v', 'error', '-i', master, '-f', 'null', '-']);
  expect(stderr).toBe('');
});

it('captions that their author changes take the place of the ones before, which are served no more', async () => {
  const before = await published();
  if (!before || before.captions === 'pending') throw new Error('published without captions');
  const { file } = before.captions;
  await page.goto(`${site.group}/demo/${before.id}/captions`);
  const field = await page.waitForSelector('main ol textarea');
  await field?.click({ count: 3 });
  await page.keyboard.type('Tickets, please');
  await press(page, 'Save for the group');
  await says('Tickets, please');
  await until('the Worker has them', async () => (await published())?.version !== before.version);
  const after = await published();
  if (!after || after.captions === 'pending') throw new Error('saved without captions');
  expect(after.captions.file).not.toBe(file);
  await site.server.sweep();
  await until('the old ones are gone', async () => !(await captionsIn(after)).includes(file));
  expect(await captionsIn(after)).toEqual([after.captions.file]);
});
