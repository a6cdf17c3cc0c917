import { expect, it } from 'vitest';
import { findSilence } from '../../../shared/recording/sound/find-silence.ts';

const perSecond = 50;

/** `[seconds, peak]` after one another; speech comes and goes as syllables do. */
const peaksOf = (...stretches: [seconds: number, peak: number][]): Float32Array =>
  Float32Array.from(
    stretches.flatMap(([seconds, peak]) =>
      Array.from({ length: seconds * perSecond }, (_, at) => (at % 12 < 9 ? peak : peak / 20)),
    ),
  );
const found = (...stretches: [number, number][]) =>
  findSilence(peaksOf(...stretches), perSecond).map(({ fromSeconds, toSeconds }) => [
    Number(fromSeconds.toFixed(1)),
    Number(toSeconds.toFixed(1)),
  ]);

it('offers the silence at both ends, and leaves 0.3 s of air around what is said', () => {
  expect(found([2, 0.001], [4, 0.3], [3, 0.001])).toEqual([
    [0, 1.7],
    [6.3, 9],
  ]);
});

it('keeps pauses between words', () => {
  expect(found([3, 0.3], [4, 0.001], [3, 0.3])).toEqual([]);
});

it('offers nothing that is hardly a second', () => {
  expect(found([0.9, 0.001], [4, 0.3], [0.8, 0.001])).toEqual([]);
});

it('takes the hum of a room for silence', () => {
  expect(found([3, 0.02], [4, 0.4], [3, 0.02])).toEqual([
    [0, 2.7],
    [7.3, 10],
  ]);
});

it('takes a click of the mouse for silence, and one word for speech', () => {
  expect(found([1, 0.001], [0.04, 0.5], [2, 0.001], [4, 0.3])).toEqual([[0, 2.7]]);
  expect(found([0.8, 0.001], [0.16, 0.3], [2, 0.001], [4, 0.3])).toEqual([]);
});

it('hears who speaks softly', () => {
  expect(found([2, 0.001], [4, 0.02])).toEqual([[0, 1.7]]);
});

it.each([
  ['all is silent', [[10, 0.001]]],
  ['all is speech', [[10, 0.3]]],
  ['there is no sound', []],
] satisfies [string, [number, number][]][])('offers nothing where %s', (_, stretches) => {
  expect(found(...stretches)).toEqual([]);
});
