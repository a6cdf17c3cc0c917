import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from './harness/browsers.ts';
import { startEmptyServer } from './harness/server.ts';

let server: Awaited<ReturnType<typeof startEmptyServer>>;
let browser: Awaited<ReturnType<typeof launchChromium>>;
beforeAll(async () => {
  server = await startEmptyServer();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

it('keeps no page under the name of a file that is not there (yet)', async () => {
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  const kept = await page.evaluate(async () => {
    const [built] = Array.from(document.scripts, (script) => script.src).filter((src) =>
      /\/assets\//.test(src),
    );
    const missing = '/assets/not-yet-here.js';
    const answer = await fetch(missing);
    return {
      controlled: navigator.serviceWorker.controller !== null,
      header: answer.headers.get('Cache-Control'),
      missing: (await caches.match(missing)) !== undefined,
      built: (await caches.match(built ?? '')) !== undefined,
    };
  });
  expect(kept).toEqual({
    controlled: true,
    header: 'public, max-age=0, must-revalidate',
    missing: false,
    built: true,
  });
});
