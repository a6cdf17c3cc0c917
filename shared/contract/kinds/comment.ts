import * as z from 'zod/mini';
import { limits } from '../limits.ts';
import { text } from '../text.ts';

/** An answer to the record that is its parent; `atSeconds` is the moment of a demo that it speaks of. */
export const Comment = z.strictObject({
  text: text(limits.commentLength),
  atSeconds: z.optional(z.number().check(z.minimum(0), z.maximum(limits.demoSecondsMost))),
});
export type Comment = z.infer<typeof Comment>;
