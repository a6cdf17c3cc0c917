import * as z from 'zod/mini';

/** Error code → HTTP status. A screen never shows a code: `shared/messages/error-text.ts` turns each into a sentence. */
export const errorStatus = {
  'bad-request': 400,
  'unknown-kind': 400,
  'unsafe-markup': 400,
  'unsafe-captions': 400,
  'not-signed-in': 401,
  'wrong-origin': 403,
  'not-allowed': 403,
  'not-found': 404,
  'not-live': 409,
  'files-missing': 409,
  'other-bytes': 409,
  'last-host': 409,
  'already-set-up': 409,
  'code-unknown': 410,
  'code-expired': 410,
  'code-used': 410,
  'code-revoked': 410,
  'ticket-expired': 410,
  'length-required': 411,
  stale: 412,
  'too-large': 413,
  'too-many': 409,
  'digest-mismatch': 422,
  'passkey-refused': 422,
  'slow-down': 429,
  'server-trouble': 500,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof errorStatus;

/** `field` is a path like `body.title`; `current` is the record as it stands, for `stale` alone. */
export const ErrorAnswer = z.object({
  error: z.object({
    code: z.string(),
    field: z.optional(z.string()),
    reason: z.optional(z.string()),
    names: z.optional(z.array(z.string())),
    current: z.optional(z.unknown()),
    retryAfterSeconds: z.optional(z.number()),
  }),
});
export type ErrorAnswer = z.infer<typeof ErrorAnswer>;
