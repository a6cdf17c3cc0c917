import type { Clip } from '../contract/kinds/clip.ts';
import type { Demo } from '../contract/kinds/demo.ts';
import type { Kind } from '../contract/kinds/index.ts';
import { timelineFiles } from './playlist.ts';

const present = (names: readonly (string | undefined)[]): string[] =>
  names.filter((name) => name !== undefined);

const byKind: Partial<Record<Kind, (body: never) => string[]>> = {
  clip: ({ article, lead }: Clip) => present([article, lead]),
  demo: ({ takes, poster }: Demo) => [...timelineFiles(takes), ...present([poster])],
};

/** The files that a live body speaks of: each must be in the manifest, and the manifest should hold no other. */
export const referredFiles = (kind: Kind, body: unknown): string[] =>
  // The body was parsed by its kind's schema before; the table pairs the two.
  byKind[kind]?.(body as never) ?? [];
