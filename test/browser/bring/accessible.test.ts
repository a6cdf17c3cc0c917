import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../harness/browsers.ts';
import { makeCamera } from '../harness/camera.ts';
import { found, looks, openIn, sideways } from '../harness/look.ts';
import { addPasskeys } from '../harness/passkeys.ts';
import { groupOf, setUp } from '../harness/people.ts';
import { startEmptyServer } from '../harness/server.ts';
import { makeVideo } from './make-video.ts';

let server: Awaited<ReturnType<typeof startEmptyServer>>;
let browser: Browser;
let page: Page;
let recorder: string;
let folder: string;
let long: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chalkloop-bring-'));
  long = await makeVideo(
    folder,
    'a-video-with-a-name-that-is-longer-than-a-phone-is-wide-2026-11-22.avi',
    60,
    ['-c:v', 'mpeg4', '-c:a', 'mp3'],
  );
  await writeFile(join(folder, 'notes.mp4'), 'What did you try? '.repeat(100));
  server = await startEmptyServer();
  browser = await launchChromium({ camera: await makeCamera() });
  page = await browser.newPage();
  await addPasskeys(page);
  await setUp(page, server.setupLink ?? '', 'Ana Ruiz', 'Tuesday review');
  recorder = `${server.url}/g/${groupOf(page)}/record`;
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const choose = async (file: string) => {
  const input = await page.waitForSelector('input[type=file]');
  await input?.uploadFile(file);
};
const expectSound = async () => {
  expect(await found(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);
};
const focused = () => page.evaluate(() => document.activeElement?.tagName);

describe.each(looks)('$name', (look) => {
  it('axe finds nothing before, while and after a video is brought', async () => {
    await openIn(page, recorder, look);
    await page.locator('[role=meter]').wait();
    await expectSound();
    await choose(long);
    await page.waitForSelector('progress');
    expect(await focused()).toBe('DIV');
    await expectSound();
    await page.locator('::-p-aria(Cancel), ::-p-aria(Cancelar)').click();
    await page.locator('[role=meter]').wait();
    await choose(join(folder, 'notes.mp4'));
    await page.waitForSelector('[role=alert]');
    await expectSound();
  });
});
