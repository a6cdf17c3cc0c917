import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { beeps, flashes } from './look-into.ts';
import { type OpenedStudio, openStudio, seconds } from './studio.ts';

let studio: OpenedStudio;
beforeAll(async () => {
  studio = await openStudio();
  await studio.page.evaluate(() => {
    window.studio.lend('clapper');
    return window.studio.open();
  });
});
afterAll(() => studio?.close());

/** How far, at the median, flashes are from the beep nearest to each. */
const apart = (pictures: number[], sounds: number[]): number => {
  const nearest = pictures.map((flash) => Math.min(...sounds.map((beep) => Math.abs(beep - flash))));
  return nearest.sort((a, b) => a - b)[Math.floor(nearest.length / 2)] ?? Infinity;
};

it('keeps picture and sound together over two dozen pauses', async () => {
  await studio.page.evaluate(() => window.studio.start(120));
  await seconds(4);
  for (let count = 0; count < 24; count++) {
    await studio.page.evaluate(() => window.studio.pause());
    await seconds(0.11);
    await studio.page.evaluate(() => window.studio.resume());
    await seconds(0.17);
  }
  await seconds(4);
  const outcome = await studio.page.evaluate(() => window.studio.stop());
  if (!outcome || !('take' in outcome)) throw new Error(JSON.stringify(outcome));
  await studio.page.evaluate((takes) => window.studio.mp4(takes), [outcome.take]);
  const file = join(studio.folder, 'review.mp4');
  const [pictures, sounds] = [await flashes(file), await beeps(file)];
  expect(pictures.length).toBeGreaterThan(6);
  expect(apart(pictures.slice(0, 3), sounds)).toBeLessThan(0.1);
  expect(apart(pictures.slice(-3), sounds)).toBeLessThan(0.1);
});
