import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSample } from '../../../scripts/sample/add-sample.ts';
import { launchChromium } from '../harness/browsers.ts';
import { makeCamera } from '../harness/camera.ts';
import { see } from '../harness/hands.ts';
import { found, looks, openIn, sideways } from '../harness/look.ts';
import { addPasskeys } from '../harness/passkeys.ts';
import { groupOf, join } from '../harness/people.ts';
import { startEmptyServer } from '../harness/server.ts';

let server: Awaited<ReturnType<typeof startEmptyServer>>;
let browser: Browser;
let page: Page;
const addresses: Record<string, string> = {};

beforeAll(async () => {
  server = await startEmptyServer();
  browser = await launchChromium({ camera: await makeCamera() });
  page = await browser.newPage();
  await addPasskeys(page);
  await join(page, await addSample(server), 'Fay Lindqvist');
  const group = `${server.url}/g/${groupOf(page)}`;
  const firstOf = (kind: string) =>
    server.d1
      .prepare("SELECT id FROM records WHERE kind = ? AND state = 'live'")
      .bind(kind)
      .first<string>('id');
  Object.assign(addresses, {
    queue: `${group}/queue`,
    reader: `${group}/read/${await firstOf('clip')}`,
    feed: `${group}/feed`,
    demo: `${group}/demo/${await firstOf('demo')}`,
    people: `${group}/people`,
    recorder: `${group}/record`,
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const settled: Record<string, string> = {
  demo: 'Mei Tanaka',
  feed: 'Ben Okafor',
  queue: 'Ana Ruiz',
  people: 'Fay',
};

describe.each(looks)('with a library in it, on $name', (look) => {
  it.each(['queue', 'reader', 'feed', 'demo', 'people', 'recorder'])(
    'the %s screen has nothing that axe finds, and nothing beside the page',
    async (screen) => {
      await openIn(page, addresses[screen] ?? '', look);
      await see(page, settled[screen] ?? '');
      if (screen === 'recorder') await page.waitForSelector('main select');
      expect(await found(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
    },
  );
});
