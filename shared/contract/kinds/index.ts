import type * as z from 'zod/mini';
import type { FileName } from '../files.ts';
import { Clip, clipFiles } from './clip.ts';
import { Comment } from './comment.ts';
import { Demo, DemoDraft, demoFiles } from './demo.ts';
import { Roster } from './roster.ts';

type KindContract = {
  /** What others see. */
  live: z.ZodMiniObject;
  /** What the author may send before: some of the live fields. */
  draft: z.ZodMiniObject;
  /** Whether the record hangs on another one, and goes when that goes. */
  parent: 'none' | 'required';
  /** The files that a live body speaks of: its manifest lists these and no other. */
  files: (live: never) => FileName[];
};

const noFiles = () => [];

/** The one list of kinds. */
export const kinds = {
  clip: { live: Clip, draft: Clip, parent: 'none', files: clipFiles },
  demo: { live: Demo, draft: DemoDraft, parent: 'none', files: demoFiles },
  comment: { live: Comment, draft: Comment, parent: 'required', files: noFiles },
  roster: { live: Roster, draft: Roster, parent: 'none', files: noFiles },
} as const satisfies Record<string, KindContract>;

export type Kind = keyof typeof kinds;
export const isKind = (value: unknown): value is Kind =>
  typeof value === 'string' && Object.hasOwn(kinds, value);
