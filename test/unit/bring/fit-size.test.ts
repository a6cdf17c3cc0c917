import { describe, expect, it } from 'vitest';
import { fitRate, fitSize, leastFrameSeconds } from '../../../shared/recording/bring/fit-size.ts';

describe('the size that a picture is kept in', () => {
  it.each([
    ['4K lying', [3840, 2160], [1280, 720]],
    ['1080p upright', [1080, 1920], [720, 1280]],
    ['smaller than that', [640, 480], [640, 480]],
    ['an odd one', [321, 179], [322, 180]],
    ['a very wide one', [2560, 400], [1280, 200]],
    ['a square', [2000, 2000], [720, 720]],
  ])('%s', (_, [width = 0, height = 0], [wide = 0, high = 0]) => {
    expect(fitSize({ width, height })).toEqual({ width: wide, height: high });
  });
});

describe('frames a second', () => {
  it.each([
    [24, 24],
    [29.97, 29.97],
    [30, 30],
    [50, 25],
    [60, 30],
    [120, 30],
    [0, 30],
    [Number.NaN, 30],
    [90_000, 30],
  ])('%d become %d', (rate, kept) => {
    expect(fitRate(rate)).toBeCloseTo(kept);
  });

  it.each([30, 50, 60, 120, 240])('of %d that come a little early or late, as many are kept', (rate) => {
    const least = leastFrameSeconds(rate);
    let last = -1;
    let kept = 0;
    for (let frame = 0; frame < rate * 10; frame++) {
      const at = (frame + 0.3 * Math.sin(frame * 7)) / rate;
      if (at - last < least) continue;
      last = at;
      kept += 1;
    }
    expect(kept / 10).toBeCloseTo(fitRate(rate), 0);
  });
});
