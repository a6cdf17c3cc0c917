import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { has, press, see, until } from '../harness/hands.ts';
import { found, looks, openIn, sideways } from '../harness/look.ts';
import { openRecorderSite, type RecorderSite } from './recorder-site.ts';
import { seconds } from './studio.ts';

let site: RecorderSite;
let page: Page;
beforeAll(async () => {
  site = await openRecorderSite();
});
afterAll(() => site?.close());

beforeEach(async () => {
  page = await site.browser.newPage();
  await page.evaluateOnNewDocument(() => {
    const lent: MediaStreamTrack[] = [];
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await real(wanted);
      lent.push(...stream.getTracks());
      return stream;
    };
    Object.assign(window, {
      /** What an unplugged device fires: Chromium has no way to unplug its fake ones. */
      unplug: (kind: string, isOnly: boolean) => {
        if (isOnly)
          navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotFoundError'));
        const track = lent.findLast((one) => one.kind === kind);
        track?.stop();
        track?.dispatchEvent(new Event('ended'));
      },
      plug: () => {
        navigator.mediaDevices.getUserMedia = real;
        navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
      },
    });
  });
  await page.goto(`${site.group}/record`);
  // What one test chose, the device remembers.
  await press(page, 'Camera', 'radio');
  await has(page, 'button', 'Record');
});
afterEach(async () => {
  // The language that a test chose, the device remembers too.
  await page?.evaluate(() => localStorage.removeItem('PARAGLIDE_LOCALE'));
  await page?.close();
});

const shareWithBubble = async () => {
  await press(page, 'Screen, and me in a bubble', 'radio');
  await press(page, 'Choose what to show');
  await has(page, 'button', bubbleName);
};
const bubbleName =
  'Your picture over the screen. Drag it; or move it with the arrow keys, and size it with plus and minus.';
/** Where the bubble is in the preview: its middle and width, as shares. */
const bubblePlace = () =>
  page.$eval(`::-p-aria([name="${bubbleName}"])`, (bubble) => {
    const around = bubble.parentElement?.getBoundingClientRect() ?? new DOMRect();
    const own = bubble.getBoundingClientRect();
    return {
      x: (own.x + own.width / 2 - around.x) / around.width,
      y: (own.y + own.height / 2 - around.y) / around.height,
      width: own.width / around.width,
    };
  });

it('asks for the screen only when that is pressed, and shows it with the camera in a bubble', async () => {
  await shareWithBubble();
  const first = await bubblePlace();
  await page.focus(`::-p-aria([name="${bubbleName}"])`);
  for (let count = 0; count < 5; count++) await page.keyboard.press('ArrowLeft');
  for (let count = 0; count < 3; count++) await page.keyboard.press('+');
  const moved = await bubblePlace();
  expect(moved.x).toBeCloseTo(first.x - 0.1, 1);
  expect(moved.width).toBeGreaterThan(first.width);

  const bubble = await page.locator(`::-p-aria([name="${bubbleName}"])`).waitHandle();
  const box = await bubble.boundingBox();
  if (!box) throw new Error('the bubble is not to be seen');
  await page.mouse.move(box.x + 10, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x - 90, box.y - 40, { steps: 4 });
  await page.mouse.up();
  const dragged = await bubblePlace();
  expect(dragged.x).toBeLessThan(moved.x - 0.05);
  expect(dragged.y).toBeLessThan(moved.y - 0.02);
});

it('records a screen with its bubble, which may be switched off in the middle', async () => {
  await shareWithBubble();
  await press(page, 'Record');
  await press(page, 'Start now');
  await has(page, 'button', 'Pause');
  await seconds(1.5);
  await page.locator('::-p-aria([name="Show me in a bubble"][role="checkbox"])').click();
  await until('the bubble is gone', async () => (await page.$(`::-p-aria([name="${bubbleName}"])`)) === null);
  await seconds(1);
  await press(page, 'Stop');
  await has(page, 'heading', 'Look at your demo');
});

it('says that a microphone was unplugged, and which one took over', async () => {
  await press(page, 'Record');
  await press(page, 'Start now');
  await has(page, 'button', 'Pause');
  await page.evaluate('unplug("audio", false)');
  await see(page, 'The microphone was unplugged.');
  await see(page, 'has taken over');
  await has(page, 'button', 'Pause');
});

it('pauses when the only camera is unplugged, says so, and goes on when there is one again', async () => {
  await press(page, 'Record');
  await press(page, 'Start now');
  await has(page, 'button', 'Pause');
  await seconds(1.5);
  await page.evaluate('unplug("video", true)');
  await see(page, 'The camera was unplugged, and there is no other.');
  await press(page, 'Go on');
  await has(page, 'button', 'Go on');
  await page.evaluate('plug()');
  await see(page, 'Press “Go on” when you are ready.');
  await press(page, 'Go on');
  await has(page, 'button', 'Pause');
});

it('shows oneself the right way round when that is chosen, and remembers it', async () => {
  const isMirrored = () =>
    page.$eval('video', (video) => new DOMMatrix(getComputedStyle(video).transform).a === -1);
  expect(await isMirrored()).toBe(true);
  await page.locator('::-p-aria([name="Show me as in a mirror"][role="checkbox"])').click();
  expect(await isMirrored()).toBe(false);
  await seconds(0.5);
  await page.reload();
  await has(page, 'button', 'Record');
  expect(await isMirrored()).toBe(false);
});

it.each(looks)('can be chosen and shared on $name', async (look) => {
  await openIn(page, `${site.group}/record`, look);
  const words =
    look.language === 'es'
      ? { both: 'Pantalla, y yo en una burbuja', share: 'Elige qué mostrar', record: 'Grabar' }
      : { both: 'Screen, and me in a bubble', share: 'Choose what to show', record: 'Record' };
  await press(page, words.both, 'radio');
  await has(page, 'button', words.share);
  expect(await found(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);
  await press(page, words.share);
  await has(page, 'button', words.record);
  expect(await found(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);
});
