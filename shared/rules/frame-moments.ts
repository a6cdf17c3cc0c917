import { type Piece, secondsOf, type Timeline } from './timeline.ts';

/** When each frame of each take begins, on the take's own time and in order. */
export type FrameTimes = readonly (readonly number[])[];

/** Two moments nearer than this are one: what adding and taking away seconds leaves of a number. */
const sameSeconds = 0.001;

/** The moments of an edited demo at which another frame is seen, in order; the last one is its end. */
export const frameMoments = (timeline: Timeline, frames: FrameTimes): number[] => {
  let before = 0;
  const moments = timeline.flatMap((piece) => {
    const shift = before - piece.fromSeconds;
    before += secondsOf(piece);
    const inside = (frames[piece.take] ?? []).filter(
      (time) => time > piece.fromSeconds + sameSeconds && time < piece.toSeconds - sameSeconds,
    );
    return [piece.fromSeconds, ...inside].map((time) => time + shift);
  });
  return [...moments, before];
};

/** How many of the moments lie before this one. */
const countBefore = (moments: readonly number[], atSeconds: number): number => {
  let from = 0;
  let to = moments.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((moments[middle] ?? 0) < atSeconds) from = middle + 1;
    else to = middle;
  }
  return from;
};

export const nearestMoment = (moments: readonly number[], atSeconds: number): number => {
  const after = countBefore(moments, atSeconds);
  const [low = 0, high = low] = moments.slice(Math.max(0, after - 1), after + 1);
  return Math.abs(low - atSeconds) <= Math.abs(high - atSeconds) ? low : high;
};

/** One frame further, or back. */
export const nextMoment = (moments: readonly number[], atSeconds: number, by: 1 | -1): number => {
  const at =
    by === 1
      ? countBefore(moments, atSeconds + sameSeconds)
      : countBefore(moments, atSeconds - sameSeconds) - 1;
  return moments[Math.min(Math.max(0, at), moments.length - 1)] ?? 0;
};

/** A piece whose ends are exactly where frames begin, as near as they were meant: a cut through no frame. */
export const onFrames = (piece: Piece, frames: FrameTimes): Piece => {
  const times = frames[piece.take] ?? [];
  const settle = (seconds: number): number => {
    const near = nearestMoment(times, seconds);
    return Math.abs(near - seconds) < sameSeconds ? near : seconds;
  };
  const settled = { ...piece, fromSeconds: settle(piece.fromSeconds), toSeconds: settle(piece.toSeconds) };
  return secondsOf(settled) > 0 ? settled : piece;
};
