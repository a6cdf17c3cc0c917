import { expect, it } from 'vitest';
import {
  bubbleBox,
  containBox,
  firstBubble,
  frameFor,
  insideFrame,
} from '../../../shared/recording/capture/compose/layout.ts';

const frame = { width: 1920, height: 1080 };

it.each([
  { x: -1, y: -1, size: 0.28 },
  { x: 2, y: 2, size: 0.28 },
  { x: 0.5, y: 0.5, size: 9 },
  { x: 0.99, y: 0.01, size: 0 },
])('keeps a bubble at %o whole inside the frame', (place) => {
  const { left, top, width, height } = bubbleBox({ ...place, isOn: true }, frame);
  expect(width).toBe(height);
  expect(Math.min(left, top)).toBeGreaterThanOrEqual(-0.001);
  expect(left + width).toBeLessThanOrEqual(frame.width + 0.001);
  expect(top + height).toBeLessThanOrEqual(frame.height + 0.001);
});

it('leaves alone what is inside', () => {
  expect(insideFrame(firstBubble, frame)).toEqual(firstBubble);
});

it('is as large in a tall frame as it is in a wide one', () => {
  const tall = { width: 1080, height: 1920 };
  expect(bubbleBox(firstBubble, tall).width).toBeCloseTo(bubbleBox(firstBubble, frame).width);
});

it('shows all of a screen of another shape, in the middle', () => {
  expect(containBox({ width: 800, height: 1080 }, frame)).toEqual({
    left: 560,
    top: 0,
    width: 800,
    height: 1080,
  });
  expect(containBox({ width: 3840, height: 1080 }, frame)).toEqual({
    left: 0,
    top: 270,
    width: 1920,
    height: 540,
  });
});

it.each([
  [2880, 1800, 1728, 1080],
  [1366, 768, 1366, 768],
  [801, 601, 800, 600],
  [400, 2160, 200, 1080],
])('records a screen of %d × %d as %d × %d: never enlarged, even sides', (width, height, ...even) => {
  const size = frameFor({ width, height });
  expect([size.width, size.height]).toEqual(even);
});
