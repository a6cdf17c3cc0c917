import { expect, it } from 'vitest';
import { barOf, createHearing } from '../../../shared/recording/capture/hearing.ts';

/** Hears the same peak for so many hundredths of a second. */
const hearFor = (hears: ReturnType<typeof createHearing>, peak: number, hundredths: number) => {
  let heard = true;
  for (let count = 0; count < hundredths; count++) heard = hears(peak, 0.01).isHeard;
  return heard;
};

it('takes a microphone that gives nothing for 1.2 seconds for a silent one', () => {
  const hears = createHearing();
  expect(hearFor(hears, 0, 115)).toBe(true);
  expect(hearFor(hears, 0, 10)).toBe(false);
});

it('takes a quiet room for what it is: the noise of one is above a dead input', () => {
  expect(hearFor(createHearing(), 0.002, 500)).toBe(true);
});

it('hears again at once', () => {
  const hears = createHearing();
  hearFor(hears, 0, 300);
  expect(hears(0.1, 0.01).isHeard).toBe(true);
  expect(hearFor(hears, 0, 100)).toBe(true);
});

it('says that the tops are cut off, and for two seconds after', () => {
  const hears = createHearing();
  expect(hears(0.9, 0.01).isClipping).toBe(false);
  expect(hears(1, 0.01).isClipping).toBe(true);
  expect(hears(0.2, 1.5).isClipping).toBe(true);
  expect(hears(0.2, 1).isClipping).toBe(false);
});

it.each([
  [0, 0],
  [0.001, 0],
  [0.0316, 0.5],
  [1, 1],
  [1.4, 1],
])('draws a peak of %d as %d of the bar', (peak, bar) => {
  expect(barOf(peak)).toBeCloseTo(bar, 2);
});
