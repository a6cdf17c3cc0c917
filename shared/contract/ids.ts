import { v7 } from 'uuid';
import * as z from 'zod/mini';

/** UUIDv7 (RFC 9562), lower case: made by the client, so that a repeated request names the same thing. */
export const Id = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
export type Id = z.infer<typeof Id>;

export const newId = (): Id => v7();
