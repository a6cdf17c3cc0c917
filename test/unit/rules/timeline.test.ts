import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginHistory, doEdit, redoEdit, undoEdit } from '../../../shared/rules/edit-history.ts';
import {
  cutOut,
  joinPieces,
  lengthOf,
  movePiece,
  type Piece,
  placeAt,
  placeTake,
  removePiece,
  secondsOf,
  spansOf,
  startOf,
  type Timeline,
} from '../../../shared/rules/timeline.ts';

const frame = 1 / 30;
const frames = (most: number) => fc.integer({ min: 0, max: most });
/** Takes of up to two minutes, whole, each once: what a recorder begins with. */
const recorded = fc
  .array(fc.integer({ min: 30, max: 3_600 }), { minLength: 1, maxLength: 5 })
  .map(
    (lengths): Timeline =>
      lengths.map((length, take) => ({ take, fromSeconds: 0, toSeconds: length * frame })),
  );

type Edit = { at: number; to: number; kind: 'cut' | 'move' | 'remove' };
const edits = fc.array(
  fc.record({ at: frames(3_600), to: frames(3_600), kind: fc.constantFrom('cut', 'move', 'remove') }),
  { maxLength: 8 },
) as fc.Arbitrary<Edit[]>;

const edited = (timeline: Timeline, { at, to, kind }: Edit): Timeline => {
  const places = Math.max(1, timeline.length);
  if (kind === 'move') return movePiece(timeline, at % places, to % places);
  if (kind === 'remove') return timeline.length > 1 ? removePiece(timeline, at % places) : timeline;
  return cutOut(timeline, Math.min(at, to) * frame, Math.max(at, to) * frame);
};
const anyTimeline = fc
  .tuple(recorded, edits)
  .map(([whole, all]) => ({ whole, timeline: all.reduce(edited, whole) }));

const sameTimes = (one: Timeline, other: Timeline) => {
  expect(one.map(({ take }) => take)).toEqual(other.map(({ take }) => take));
  one.forEach((piece, at) => {
    expect(piece.fromSeconds).toBeCloseTo(other[at]?.fromSeconds ?? Number.NaN, 6);
    expect(piece.toSeconds).toBeCloseTo(other[at]?.toSeconds ?? Number.NaN, 6);
  });
};

describe('however a timeline is edited', () => {
  it('each piece is a frame at least, and lies within its take', () => {
    fc.assert(
      fc.property(anyTimeline, ({ whole, timeline }) => {
        for (const { take, fromSeconds, toSeconds } of timeline) {
          expect(toSeconds - fromSeconds).toBeGreaterThan(frame / 2 - 1e-6);
          expect(fromSeconds).toBeGreaterThanOrEqual(0);
          expect(toSeconds).toBeLessThanOrEqual((whole[take]?.toSeconds ?? 0) + 1e-6);
        }
      }),
    );
  });

  it('no moment of a take is seen twice', () => {
    fc.assert(
      fc.property(anyTimeline, ({ timeline }) => {
        const sorted = timeline.toSorted((a, b) => a.take - b.take || a.fromSeconds - b.fromSeconds);
        sorted.forEach((piece, at) => {
          const next = sorted[at + 1];
          if (next?.take === piece.take)
            expect(next.fromSeconds).toBeGreaterThanOrEqual(piece.toSeconds - 1e-6);
        });
      }),
    );
  });

  it('a moment of the demo leads to a take and back', () => {
    fc.assert(
      fc.property(anyTimeline, fc.double({ min: 0, max: 0.999, noNaN: true }), ({ timeline }, share) => {
        if (timeline.length === 0) {
          expect(placeAt(timeline, 0)).toBeNull();
          return;
        }
        const moment = lengthOf(timeline) * share;
        const place = placeAt(timeline, moment);
        const piece = timeline[place?.at ?? -1];
        if (!place || !piece) throw new Error('it is somewhere');
        expect(startOf(timeline, place.at) + place.takeSeconds - piece.fromSeconds).toBeCloseTo(moment, 6);
      }),
    );
  });

  it('all of a take that is left is where its pieces are', () => {
    fc.assert(
      fc.property(anyTimeline, ({ whole, timeline }) => {
        const seen = whole.flatMap((take) => spansOf(timeline, take));
        const total = seen.reduce((sum, span) => sum + span.toSeconds - span.fromSeconds, 0);
        expect(total).toBeCloseTo(lengthOf(timeline), 6);
      }),
    );
  });

  it('what is undone can be done again, and what is done can be undone', () => {
    fc.assert(
      fc.property(recorded, edits, (whole, all) => {
        let history = beginHistory(whole);
        for (const edit of all) history = doEdit(history, edited(history.now, edit));
        const last = history;
        for (const _ of all) history = undoEdit(history);
        expect(history.now).toEqual([...whole]);
        expect(undoEdit(history)).toBe(history);
        for (const _ of all) history = redoEdit(history);
        expect(history.now).toEqual(last.now);
        expect(redoEdit(history)).toBe(history);
      }),
    );
  });
});

describe('a cut', () => {
  it('takes away as much as it says, but for slips of less than a frame at its ends', () => {
    fc.assert(
      fc.property(anyTimeline, frames(3_600), frames(3_600), ({ timeline }, one, other) => {
        const [from, to] = [Math.min(one, other) * frame, Math.max(one, other) * frame];
        const length = lengthOf(timeline);
        const gone = Math.max(0, Math.min(to, length) - Math.min(from, length));
        const left = lengthOf(cutOut(timeline, from, to));
        expect(left).toBeLessThanOrEqual(length - gone + 1e-6);
        expect(left).toBeGreaterThan(length - gone - frame);
      }),
    );
  });

  it('of a stretch in the middle leaves both sides of it', () => {
    const whole = [{ take: 0, fromSeconds: 0, toSeconds: 10 }];
    sameTimes(cutOut(whole, 3.3, 7.7), [
      { take: 0, fromSeconds: 0, toSeconds: 3.3 },
      { take: 0, fromSeconds: 7.7, toSeconds: 10 },
    ]);
  });

  it('over a seam shortens both pieces', () => {
    const two = [
      { take: 1, fromSeconds: 2, toSeconds: 6 },
      { take: 0, fromSeconds: 1, toSeconds: 5 },
    ];
    sameTimes(cutOut(two, 3, 5), [
      { take: 1, fromSeconds: 2, toSeconds: 5 },
      { take: 0, fromSeconds: 2, toSeconds: 5 },
    ]);
  });
});

describe('as few pieces as can be', () => {
  it('play the same moments in the same order', () => {
    fc.assert(
      fc.property(
        anyTimeline,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        ({ timeline }, shares) => {
          fc.pre(timeline.length > 0);
          const joined = joinPieces(timeline);
          expect(joined.length).toBeLessThanOrEqual(timeline.length);
          expect(lengthOf(joined)).toBeCloseTo(lengthOf(timeline), 5);
          for (const share of shares) {
            const [one, other] = [timeline, joined].map((each) =>
              placeAt(each, lengthOf(each) * share * 0.999),
            );
            expect(one?.take).toBe(other?.take);
            expect(one?.takeSeconds).toBeCloseTo(other?.takeSeconds ?? Number.NaN, 4);
          }
        },
      ),
    );
  });

  it('leave no seam where two pieces go on', () => {
    const first: Piece = { take: 0, fromSeconds: 0, toSeconds: 3 };
    const second: Piece = { take: 0, fromSeconds: 3, toSeconds: 8 };
    expect(joinPieces([first, second])).toEqual([{ take: 0, fromSeconds: 0, toSeconds: 8 }]);
    expect(joinPieces([second, first])).toEqual([second, first]);
  });
});

it('puts a take that was done anew where the old one began, and a new one at the end', () => {
  const two = [
    { take: 0, fromSeconds: 0, toSeconds: 3 },
    { take: 1, fromSeconds: 0, toSeconds: 4 },
    { take: 0, fromSeconds: 5, toSeconds: 8 },
  ];
  const whole = { take: 2, fromSeconds: 0, toSeconds: 6 };
  expect(placeTake(two, whole, 0)).toEqual([whole, two[1]]);
  expect(placeTake(two, whole)).toEqual([...two, whole]);
  expect(secondsOf(whole)).toBe(6);
});
