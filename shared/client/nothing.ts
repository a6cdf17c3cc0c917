import * as z from 'zod/mini';

/** Where only the status matters. */
export const Nothing = z.unknown();
