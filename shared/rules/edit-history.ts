import * as z from 'zod/mini';
import { Piece, type Timeline } from './timeline.ts';

const mostSteps = 100;
const Step = z.array(Piece).check(z.maxLength(200));

/** How a demo stands, what it was before each step, and what was undone. */
export const EditHistory = z.strictObject({ past: z.array(Step), now: Step, future: z.array(Step) });
export type EditHistory = z.infer<typeof EditHistory>;

export const beginHistory = (timeline: Timeline): EditHistory => ({
  past: [],
  now: [...timeline],
  future: [],
});

export const doEdit = ({ past, now }: EditHistory, next: Timeline): EditHistory => ({
  past: [...past, now].slice(-mostSteps),
  now: [...next],
  future: [],
});

/** The same history where there is nothing to undo. */
export const undoEdit = (history: EditHistory): EditHistory => {
  const before = history.past.at(-1);
  if (!before) return history;
  return { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future] };
};

export const redoEdit = (history: EditHistory): EditHistory => {
  const [after, ...future] = history.future;
  return after ? { past: [...history.past, history.now], now: after, future } : history;
};
