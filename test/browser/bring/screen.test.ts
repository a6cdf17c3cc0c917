import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchChromium } from '../harness/browsers.ts';
import { makeCamera } from '../harness/camera.ts';
import { publish } from '../harness/demo.ts';
import { has, press, see, seeNoMore, until } from '../harness/hands.ts';
import { addPasskeys } from '../harness/passkeys.ts';
import { groupOf, setUp } from '../harness/people.ts';
import { startEmptyServer } from '../harness/server.ts';
import { makeVideo } from './make-video.ts';

let server: Awaited<ReturnType<typeof startEmptyServer>>;
let browser: Browser;
let page: Page;
let recorder: string;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chalkloop-bring-'));
  server = await startEmptyServer();
  browser = await launchChromium({ camera: await makeCamera() });
  const first = await browser.newPage();
  await addPasskeys(first);
  await setUp(first, server.setupLink ?? '', 'Ana Ruiz', 'Tuesday review');
  recorder = `${server.url}/g/${groupOf(first)}/record`;
  await first.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  page = await browser.newPage();
  await page.goto(recorder);
});
afterEach(() => page.close());

const choose = async (file: string) => {
  await has(page, 'button', 'Bring a video');
  const input = await page.waitForSelector('input[type=file]');
  await input?.uploadFile(file);
};
const demos = async (state: string) => {
  const sql = "SELECT count(*) AS n FROM records WHERE kind = 'demo' AND state = ?";
  return (await server.d1.prepare(sql).bind(state).first<number>('n')) ?? 0;
};
/** What this device keeps. */
const rows = (table: string): Promise<number> =>
  page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('chalkloop');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const count = opening.result.transaction(name).objectStore(name).count();
          count.onsuccess = () => {
            opening.result.close();
            resolve(count.result);
          };
        };
      }),
    table,
  );

it('makes a demo of a phone’s video, which is looked at and published', async () => {
  await choose(await makeVideo(folder, 'phone.mov', 4, ['-c:v', 'libx264', '-bf', '2', '-c:a', 'aac']));
  await has(page, 'heading', 'Look at your demo');
  const before = await demos('live');
  await publish(page, 'From my phone', 'Exit tickets');
  await until('it is on the Worker', async () => (await demos('live')) === before + 1);
});

it('takes a file that is dropped anywhere on the page', async () => {
  const file = await makeVideo(folder, 'dropped.webm', 2, ['-c:v', 'libvpx', '-deadline', 'realtime']);
  const content = await readFile(file, 'base64');
  await has(page, 'button', 'Bring a video');
  const drag = (type: string) =>
    page.evaluate(
      (name, base64) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([bytes], 'dropped.webm'));
        const event = new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer });
        document.querySelector('h1')?.dispatchEvent(event);
      },
      type,
      content,
    );
  await drag('dragover');
  await see(page, 'Drop the video here');
  await drag('drop');
  await has(page, 'heading', 'Look at your demo');
});

it('is called off at once and leaves nothing, here or on the Worker', async () => {
  const kept = await rows('files');
  const recordings = await rows('recordings');
  const drafts = await demos('draft');
  await choose(await makeVideo(folder, 'long.avi', 60, ['-c:v', 'mpeg4', '-c:a', 'mp3']));
  await see(page, 'is ready.');
  await until('some of it is kept', async () => (await rows('files')) > kept);
  await press(page, 'Cancel');
  await has(page, 'button', 'Bring a video');
  expect(await rows('recordings')).toBe(recordings);
  await until('its files are gone', async () => (await rows('files')) === kept);
  await until('no draft is left', async () => (await demos('draft')) === drafts);
});

it('opens what is longer than a demo may be, to be cut, and sends nothing of it', async () => {
  const file = await makeVideo(
    folder,
    'lesson.mp4',
    130,
    ['-c:v', 'libx264', '-preset', 'ultrafast'],
    '160x90',
  );
  await choose(file);
  await see(page, 'It is 2:10 long and a demo may be 2:00');
  await has(page, 'heading', 'Look at your demo');
  const sent = await server.d1.prepare("SELECT count(*) AS n FROM records WHERE state = 'draft'").first('n');
  expect(sent).toBeGreaterThan(0);
  expect(await rows('outbox')).toBe(0);
});

it('says what is wrong with a file, and takes another', async () => {
  const bad = join(folder, 'notes.mp4');
  await writeFile(bad, '%PDF-1.7\n'.repeat(1000));
  await choose(bad);
  await see(page, 'This file is not a video.');
  await choose(await makeVideo(folder, 'good.mp4', 2, ['-c:v', 'libx264']));
  await has(page, 'heading', 'Look at your demo');
  await seeNoMore(page, 'This file is not a video.');
});
