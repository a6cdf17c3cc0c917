import { type Kind, kinds } from '../contract/kinds/index.ts';

/**
 * What of a finished body may be said while its files are still on the way: the fields that the kind's draft
 * knows.
 */
export const draftBody = (kind: Kind, body: object): unknown => {
  const known = kinds[kind].draft.def.shape;
  return Object.fromEntries(Object.entries(body).filter(([field]) => Object.hasOwn(known, field)));
};
