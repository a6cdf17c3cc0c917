import { expect, it } from 'vitest';
import { stepBetween } from '../../../shared/rules/edit-step.ts';
import { cutOut, movePiece, placeTake, removePiece, type Timeline } from '../../../shared/rules/timeline.ts';

const whole = (take: number) => ({ take, fromSeconds: 0, toSeconds: 10 });
const two: Timeline = [whole(0), whole(1)];

it.each([
  ['a cut out of the middle', cutOut(two, 4, 6), { kind: 'cut', seconds: 2 }],
  ['a cut through both takes', cutOut(two, 9, 12), { kind: 'cut', seconds: 3 }],
  ['a part deleted', removePiece(two, 0), { kind: 'removed' }],
  ['another order', movePiece(two, 0, 1), { kind: 'order' }],
  ['a take more', placeTake(two, whole(2)), { kind: 'added' }],
  ['a take done anew', placeTake(two, whole(2), 0), { kind: 'added' }],
] as const)('%s is called so', (_, after, step) => {
  expect(stepBetween(two, after)).toEqual(step);
});
