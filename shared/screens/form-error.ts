import type * as z from 'zod/mini';
import { parse } from '../contract/parse-body.ts';
import { errorText } from '../messages/error-text.ts';
import { fieldText } from '../messages/field-text.ts';

/** Refused before anything was sent, in the words the Worker would have used. */
export class FormError extends Error {
  readonly code = 'bad-request';
  readonly field: string;
  readonly reason: string;

  constructor(field: string, reason: string) {
    super(`${field}: ${reason}`);
    this.name = 'FormError';
    this.field = field;
    this.reason = reason;
  }
}

/** The value as the contract takes it. Throws FormError. */
export const insist = <T>(schema: z.ZodMiniType<T>, value: unknown, field: string): T => {
  const parsed = parse(schema, value, field);
  if (!parsed.ok) throw new FormError(parsed.refusal.field, parsed.refusal.reason);
  return parsed.value;
};

const fieldOf = (failure: unknown): string | null =>
  typeof failure === 'object' &&
  failure !== null &&
  'code' in failure &&
  failure.code === 'bad-request' &&
  'field' in failure &&
  typeof failure.field === 'string'
    ? failure.field
    : null;

/** The sentence that stands beside one field, if that is what was wrong. `label` is what the form calls it. */
export const errorAt = (failure: unknown, field: string, label: string): string | undefined => {
  if (fieldOf(failure) !== field) return undefined;
  const reason = (failure as { reason?: unknown }).reason; // fieldOf has looked at it
  return fieldText(field, typeof reason === 'string' ? reason : '', label);
};

/** The sentence for the form as a whole: null when it stands beside one of `fields` or nothing went wrong. */
export const errorOfForm = (failure: unknown, fields: readonly string[] = []): string | null => {
  const field = fieldOf(failure);
  return !failure || (field !== null && fields.includes(field)) ? null : errorText(failure);
};
