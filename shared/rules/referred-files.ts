import { type Kind, kinds } from '../contract/kinds/index.ts';

/** The files that a live body speaks of, which was parsed by its kind's schema before. */
export const referredFiles = (kind: Kind, body: unknown): string[] =>
  // The registry pairs the schema and the function, which the lookup loses sight of.
  kinds[kind].files(body as never);
