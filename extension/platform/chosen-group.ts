import type { Group, Kept } from './kept.ts';

/** The group that was used last, where it is still one of theirs. */
export const chosenGroup = ({ groups, chosen }: Kept): Group | undefined =>
  groups.find(({ id }) => id === chosen) ?? groups[0];
