import { expect, it } from 'vitest';
import { noiseLevel } from '../../../shared/recording/sound/noise-level.ts';

/** Seconds of a steady level in dBFS, one after another. */
const soundOf = (...stretches: [seconds: number, db: number][]): Float32Array =>
  Float32Array.from(
    stretches.flatMap(([seconds, db]) => {
      const height = 10 ** (db / 20);
      return Array.from({ length: seconds * 48_000 }, (_, at) => (at % 2 ? height : -height));
    }),
  );

it('lies 10 dB over what the room is like between the words', () => {
  expect(noiseLevel(soundOf([1, -60], [1, -20], [1, -60], [2, -20]))).toBeCloseTo(-50, 0);
});

it('stays well under the words, where the room is nearly as loud', () => {
  expect(noiseLevel(soundOf([1, -38], [4, -30]))).toBeCloseTo(-45, 0);
});

it('is not misled by stretches in which the microphone was off', () => {
  expect(noiseLevel(soundOf([4, -Infinity], [1, -60], [1, -20]))).toBeCloseTo(-50, 0);
});

it.each([
  ['digital silence', soundOf([1, -Infinity]), -80],
  ['nothing', new Float32Array(), -80],
  ['a room without any noise', soundOf([1, -100], [1, -30]), -80],
  ['a shout', soundOf([1, 0]), -20],
])('keeps to what the filter takes: %s', (_, sound, level) => {
  expect(noiseLevel(sound)).toBeGreaterThanOrEqual(-80);
  expect(noiseLevel(sound)).toBeCloseTo(level, 0);
});
