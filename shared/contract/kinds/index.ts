import { Clip } from './clip.ts';
import { Comment } from './comment.ts';
import { Demo, DemoDraft } from './demo.ts';
import { Roster } from './roster.ts';

/**
 * The one list of kinds: `live` is what others see, `draft` what the author may send before. `parent` says
 * whether the record hangs on another one, and goes when that goes.
 */
export const kinds = {
  clip: { live: Clip, draft: Clip, parent: 'none' },
  demo: { live: Demo, draft: DemoDraft, parent: 'none' },
  comment: { live: Comment, draft: Comment, parent: 'required' },
  roster: { live: Roster, draft: Roster, parent: 'none' },
} as const;

export type Kind = keyof typeof kinds;
export const isKind = (value: unknown): value is Kind =>
  typeof value === 'string' && Object.hasOwn(kinds, value);
