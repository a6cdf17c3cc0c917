import type { Segment, Track } from '../../contract/kinds/demo.ts';

/** Seconds on a take's own time: from the first, up to and without the second. */
export type Span = { fromSeconds: number; toSeconds: number };

/** Less than half a tick of any clock that a recorder has written: two times so near are one. */
export const sameSeconds = 0.0005;

/** Where each segment of a track lies. */
export const placeSegments = ({ segments }: Pick<Track, 'segments'>): (Segment & Span)[] => {
  let fromSeconds = 0;
  return segments.map((segment) => {
    const placed = { ...segment, fromSeconds, toSeconds: fromSeconds + segment.seconds };
    fromSeconds = placed.toSeconds;
    return placed;
  });
};

export const isWithin = (inner: Span, outer: Span): boolean =>
  inner.fromSeconds >= outer.fromSeconds - sameSeconds && inner.toSeconds <= outer.toSeconds + sameSeconds;

export const meets = (one: Span, other: Span): boolean =>
  one.fromSeconds < other.toSeconds - sameSeconds && one.toSeconds > other.fromSeconds + sameSeconds;
