import { describe, expect, it } from 'vitest';
import { frameMoments, nearestMoment, nextMoment, onFrames } from '../../../shared/rules/frame-moments.ts';
import { cutOut } from '../../../shared/rules/timeline.ts';

/** A second of each of two takes, at ten frames a second. */
const tenth = Array.from({ length: 10 }, (_, at) => at / 10);
const frames = [tenth, tenth];
const whole = (take: number) => ({ take, fromSeconds: 0, toSeconds: 1 });
const rounded = (moments: number[]) => moments.map((one) => Number(one.toFixed(6)));

describe('the moments of a demo', () => {
  it('are where its frames begin, and its end', () => {
    expect(rounded(frameMoments([whole(0)], frames))).toEqual([...tenth, 1]);
  });

  it('leave out what is cut, and begin where a cut ends though no frame does', () => {
    const timeline = [
      { take: 0, fromSeconds: 0, toSeconds: 0.2 },
      { take: 0, fromSeconds: 0.75, toSeconds: 1 },
    ];
    expect(rounded(frameMoments(timeline, frames))).toEqual([0, 0.1, 0.2, 0.25, 0.35, 0.45]);
  });

  it('follow the order of play', () => {
    const timeline = [{ take: 1, fromSeconds: 0.8, toSeconds: 1 }, whole(0)];
    expect(rounded(frameMoments(timeline, frames)).slice(0, 4)).toEqual([0, 0.1, 0.2, 0.3]);
  });

  it('of nothing are one: its end is its beginning', () => {
    expect(frameMoments([], frames)).toEqual([0]);
  });
});

describe('from a moment', () => {
  const moments = frameMoments([whole(0)], frames);

  it.each([
    [0.3, 1, 0.4],
    [0.3, -1, 0.2],
    [0.35, 1, 0.4],
    [0.35, -1, 0.3],
    [0, -1, 0],
    [1, 1, 1],
    [0.9, 1, 1],
    // As adding and taking away leaves a number.
    [0.1 + 0.2, 1, 0.4],
    [0.3 - 1e-9, -1, 0.2],
  ] as const)('%f a step of %i leads to %f', (from, by, to) => {
    expect(nextMoment(moments, from, by)).toBeCloseTo(to, 6);
  });

  it.each([
    [0.34, 0.3],
    [0.36, 0.4],
    [-3, 0],
    [7, 1],
  ])('%f the nearest is %f', (from, to) => {
    expect(nearestMoment(moments, from)).toBeCloseTo(to, 6);
  });
});

it('a cut ends exactly where a frame begins, whatever adding up leaves of the number', () => {
  // 0.1 + 0.2 − 0.1 is not 0.2.
  const shifted = cutOut([{ take: 0, fromSeconds: 0.1, toSeconds: 1 }], 0.1 + 0.1, 0.6);
  const settled = shifted.map((piece) => onFrames(piece, frames));
  expect(settled).toEqual([
    { take: 0, fromSeconds: 0.1, toSeconds: 0.3 },
    { take: 0, fromSeconds: 0.7, toSeconds: 1 },
  ]);
});
