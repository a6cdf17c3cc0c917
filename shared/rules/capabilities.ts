import type { Kind } from '../contract/kinds/index.ts';
import type { Role } from '../contract/kinds/roster.ts';

export type Action = 'create' | 'change' | 'delete';
/** Whom an action is open to, seen from one record: its author (still a member), or by role in its space. */
export type Allowed = 'author' | 'member' | 'host' | 'nobody';

/**
 * Kind × action → who may. The Worker decides by it and the screens show by it. Reading is not in the table:
 * every member of a space reads everything live in it, and nobody else reads anything; a draft is its author's.
 */
export const capabilities = {
  clip: { create: 'member', change: 'author', delete: 'author' },
  demo: { create: 'member', change: 'author', delete: 'author' },
  comment: { create: 'member', change: 'author', delete: 'author' },
  roster: { create: 'nobody', change: 'nobody', delete: 'nobody' },
} as const satisfies Record<Kind, Record<Action, Allowed>>;

/** What may be done with a space itself, in its members' hands. */
export const spaceCapabilities = {
  rename: 'host',
  'set-demo-length': 'host',
  invite: 'host',
  'remove-member': 'host',
  'hand-over': 'host',
  close: 'host',
  leave: 'member',
} as const satisfies Record<string, 'host' | 'member'>;
export type SpaceAction = keyof typeof spaceCapabilities;

export const mayWithSpace = (action: SpaceAction, role: Role): boolean =>
  spaceCapabilities[action] === 'member' || role === 'host';

/** Whether a member with `role` may; `isAuthor` is about the record at hand and is ignored by `create`. */
export const may = (kind: Kind, action: Action, role: Role, isAuthor: boolean): boolean => {
  const allowed: Allowed = capabilities[kind][action];
  if (allowed === 'nobody') return false;
  if (allowed === 'author') return isAuthor;
  return allowed === 'member' || role === 'host';
};
