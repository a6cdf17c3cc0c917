import { lengthOf, type Piece, type Timeline } from './timeline.ts';

/** What one step of an edit was, for whoever is offered to undo it. */
export type EditStep = { kind: 'cut'; seconds: number } | { kind: 'order' | 'removed' | 'added' };

const nameOf = ({ take, fromSeconds, toSeconds }: Piece): string => [take, fromSeconds, toSeconds].join();

export const stepBetween = (before: Timeline, after: Timeline): EditStep => {
  const had = new Set(before.map(nameOf));
  const takes = new Set(before.map(({ take }) => take));
  if (after.some(({ take }) => !takes.has(take))) return { kind: 'added' };
  if (after.every((piece) => had.has(nameOf(piece)))) {
    return { kind: after.length < before.length ? 'removed' : 'order' };
  }
  return { kind: 'cut', seconds: lengthOf(before) - lengthOf(after) };
};
