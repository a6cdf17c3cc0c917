import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Take } from '../../../shared/contract/kinds/demo.ts';
import { frameNumbers } from './look-at-frames.ts';
import { complaints, lookInto } from './look-into.ts';
import { type OpenedStudio, openStudio } from './studio.ts';

let studio: OpenedStudio;
let takes: Take[];
/** Of another size: another header, which an MP4 of both could not have. */
let other: Take;

beforeAll(async () => {
  studio = await openStudio();
  const make = (index: number, seconds: number, width: number, height: number) =>
    studio.page.evaluate((made) => window.edit.make(made), { index, seconds, width, height });
  takes = [await make(0, 6, 640, 360), await make(1, 3, 640, 360)];
  other = await make(2, 3, 320, 180);
});
afterAll(() => studio?.close());

const mp4 = async (of: Take[], name: string): Promise<string> => {
  const told = await studio.page.evaluate((all, file) => window.film.mp4(all, file), of, name);
  expect(told.isRising).toBe(true);
  expect(told.last).toBeGreaterThan(0.95);
  return join(studio.folder, name);
};
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

it('makes one MP4 of what a cut left, in its order: each frame once, and sound for all of it', async () => {
  const timeline = [
    { take: 1, fromSeconds: 0, toSeconds: 3 },
    { take: 0, fromSeconds: 0, toSeconds: 1.3 },
    { take: 0, fromSeconds: 3.7, toSeconds: 6 },
  ];
  const { takes: stretches } = await studio.page.evaluate(
    (all, pieces) => window.edit.assemble(all, pieces),
    takes,
    timeline,
  );
  const file = await mp4(stretches, 'cut.mp4');
  expect(await frameNumbers(file)).toEqual([...range(0, 90), ...range(0, 39), ...range(111, 180)]);
  const { video, audio } = await lookInto(file);
  expect([video.codec, audio.codec]).toEqual(['h264', 'aac']);
  expect(video.seconds).toBeCloseTo(6.6, 1);
  expect(Math.abs(audio.seconds - video.seconds)).toBeLessThan(0.1);
  expect(await complaints(file)).toBe('');
});

it('encodes takes alike that were encoded in different ways', async () => {
  const file = await mp4([...takes.slice(1), other], 'mixed.mp4');
  expect(await complaints(file)).toBe('');
  const { video, audio } = await lookInto(file);
  expect(video.seconds).toBeCloseTo(6, 1);
  expect(audio.seconds).toBeCloseTo(6, 1);
  expect(await frameNumbers(file)).toHaveLength(180);
});

it('stops making it when it is called off', async () => {
  expect(await studio.page.evaluate((all) => window.film.cancelledMp4(all), takes)).toBe('AbortError');
});

it('decodes a picture once, and none that nobody waits for', async () => {
  const strip = await studio.page.evaluate((all) => window.film.strip(all), takes);
  expect(strip).toEqual({
    size: [160, 90],
    second: [160, 90],
    left: 'AbortError',
    isKept: true,
    readAgain: 0,
  });
});

it('takes a sharp picture for better than a blurred one, and black or white for nothing', async () => {
  const { sharp, blurred, black, white } = await studio.page.evaluate(() => window.film.worth());
  expect(sharp).toBeGreaterThan(2 * blurred);
  expect(blurred).toBeGreaterThan(0);
  expect([black, white]).toEqual([0, 0]);
});
