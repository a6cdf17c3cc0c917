import type * as z from 'zod/mini';
import { isKind, type Kind, kinds } from './kinds/index.ts';

type Kinds = typeof kinds;
export type BodyOf<K extends Kind> = z.infer<Kinds[K]['live']>;

export type Refusal = { field: string; reason: string };
export type Parsed<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** The first thing wrong with a value, as a field's path and a short reason that a table turns into words. */
export const parse = <T>(schema: z.ZodMiniType<T>, value: unknown, at = ''): Parsed<T> => {
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  const issue = result.error.issues[0];
  const extra = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const field = [at, ...(issue?.path ?? []), ...extra].filter((part) => part !== '').join('.');
  const known = issue?.code === 'custom' || issue?.code === 'invalid_format' ? issue.message : '';
  return { ok: false, refusal: { field, reason: known || (issue?.code ?? 'invalid') } };
};

/** A record's body by its kind; an unknown kind parses to nothing, so that an older client skips newer things. */
export const parseBody = <K extends Kind>(kind: K, state: 'draft' | 'live', body: unknown) =>
  // The registry's lookup loses the tie between K and its schema; the schema itself decides at run time.
  parse(kinds[kind][state] as unknown as z.ZodMiniType<BodyOf<K>>, body, 'body');

export { isKind };
