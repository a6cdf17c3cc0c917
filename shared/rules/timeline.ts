import * as z from 'zod/mini';

const seconds = z.number().check(z.gte(0));

/** What is kept of one recorded take: [fromSeconds, toSeconds) of that take's own time. `take` is its index. */
export const Piece = z
  .strictObject({ take: z.int().check(z.gte(0)), fromSeconds: seconds, toSeconds: seconds })
  .check(z.refine((piece) => piece.toSeconds > piece.fromSeconds));
export type Piece = z.infer<typeof Piece>;

/** Pieces in the order of play. Editing a demo is editing this list; nothing recorded is touched. */
export type Timeline = readonly Piece[];

/** Shorter than a frame at 30 a second: what is left of a piece when a cut ends where it does. */
const leastSeconds = 1 / 60;

export const secondsOf = ({ fromSeconds, toSeconds }: Piece): number => toSeconds - fromSeconds;

export const lengthOf = (timeline: Timeline): number =>
  timeline.reduce((sum, piece) => sum + secondsOf(piece), 0);

/** Where a piece begins in the edited demo. */
export const startOf = (timeline: Timeline, at: number): number => lengthOf(timeline.slice(0, at));

/** A moment of the edited demo as a moment of a take; the end of the demo is the end of its last piece. */
export const placeAt = (
  timeline: Timeline,
  atSeconds: number,
): { at: number; take: number; takeSeconds: number } | null => {
  let before = 0;
  for (const [at, piece] of timeline.entries()) {
    const end = before + secondsOf(piece);
    if (atSeconds < end || at === timeline.length - 1) {
      const into = Math.min(Math.max(0, atSeconds - before), secondsOf(piece));
      return { at, take: piece.take, takeSeconds: piece.fromSeconds + into };
    }
    before = end;
  }
  return null;
};

/** What stays of a span of a take, by where it is seen in the edited demo; in the order of play. */
export const spansOf = (timeline: Timeline, span: Piece): { fromSeconds: number; toSeconds: number }[] => {
  let before = 0;
  return timeline.flatMap((piece) => {
    const start = before;
    before += secondsOf(piece);
    const from = Math.max(span.fromSeconds, piece.fromSeconds);
    const to = Math.min(span.toSeconds, piece.toSeconds);
    if (piece.take !== span.take || to <= from) return [];
    const shift = start - piece.fromSeconds;
    return [{ fromSeconds: from + shift, toSeconds: to + shift }];
  });
};

/** Cuts [fromSeconds, toSeconds) of the edited demo out of it. What would be left shorter than a frame goes too. */
export const cutOut = (timeline: Timeline, fromSeconds: number, toSeconds: number): Timeline => {
  let before = 0;
  return timeline.flatMap((piece) => {
    const shift = piece.fromSeconds - before;
    before += secondsOf(piece);
    const head = { ...piece, toSeconds: Math.min(piece.toSeconds, fromSeconds + shift) };
    const tail = { ...piece, fromSeconds: Math.max(piece.fromSeconds, toSeconds + shift) };
    if (head.toSeconds >= piece.toSeconds || tail.fromSeconds <= piece.fromSeconds) return [piece];
    return [head, tail].filter((left) => secondsOf(left) >= leastSeconds);
  });
};

export const movePiece = (timeline: Timeline, from: number, to: number): Timeline => {
  const piece = timeline[from];
  return piece ? timeline.toSpliced(from, 1).toSpliced(to, 0, piece) : timeline;
};

export const removePiece = (timeline: Timeline, at: number): Timeline => timeline.toSpliced(at, 1);

/** A take done anew stands where the first piece of the old one stood, whole; a new one at the end. */
export const placeTake = (timeline: Timeline, whole: Piece, instead?: number): Timeline => {
  const at = timeline.findIndex(({ take }) => take === instead);
  const others = timeline.filter(({ take }) => take !== instead);
  return at === -1 ? [...timeline, whole] : others.toSpliced(at, 0, whole);
};

/** The same timeline in as few pieces as can be: a cut that was made and closed again leaves no seam. */
export const joinPieces = (timeline: Timeline): Timeline => {
  const joined: Piece[] = [];
  for (const piece of timeline) {
    const last = joined.at(-1);
    const goesOn = last?.take === piece.take && Math.abs(last.toSeconds - piece.fromSeconds) < 1e-6;
    if (last && goesOn) joined.splice(-1, 1, { ...last, toSeconds: piece.toSeconds });
    else joined.push(piece);
  }
  return joined;
};
