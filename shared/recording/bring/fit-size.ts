import type { Size } from '../capture/compose/layout.ts';

/** A frame of 720p, lying or upright: as many pixels as the recorder's own, and H.264 level 3.1 (Rec. H.264 §A.3). */
const longSide = 1280;
const shortSide = 720;

/** Encoders take whole pairs of pixels. */
const even = (pixels: number): number => Math.max(2, 2 * Math.round(pixels / 2));

/** The size that a picture is kept in, by how it is seen: never larger than it was, never wider than it was. */
export const fitSize = ({ width, height }: Size): Size => {
  const [mostWidth, mostHeight] = width >= height ? [longSide, shortSide] : [shortSide, longSide];
  const scale = Math.min(1, mostWidth / width, mostHeight / height);
  return { width: even(width * scale), height: even(height * scale) };
};

/** Each frame is kept, or every second, third …: 60 a second become 30, 50 become 25. */
const everyNth = (rate: number): number => Math.ceil(rate / 31);
const isRate = (rate: number): boolean => rate > 0 && rate < 1_000;

/** Frames a second that are kept of so many. */
export const fitRate = (rate: number): number => (isRate(rate) ? rate / everyNth(rate) : 30);

/** How long a frame is seen at least; half a frame less than it should be, because cameras do not keep time exactly. */
export const leastFrameSeconds = (rate: number): number =>
  isRate(rate) ? (everyNth(rate) - 0.5) / rate : 0.5 / 30;
