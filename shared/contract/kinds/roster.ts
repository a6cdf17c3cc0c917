import * as z from 'zod/mini';
import { Id } from '../ids.ts';
import { limits } from '../limits.ts';
import { line } from '../text.ts';

export const Role = z.enum(['host', 'member']);
export type Role = z.infer<typeof Role>;

/** How long a demo may be here, in seconds: the host's to set, and the contract's to bound. */
export const DemoSeconds = z.int().check(z.minimum(limits.demoSeconds), z.maximum(limits.demoSecondsMost));

/**
 * A space's name and people, as a record whose id is the space's own: so the roster reaches every device by
 * the one sync. The Worker alone writes it. People who left stay by name, for what they wrote is still there.
 */
export const Roster = z.strictObject({
  name: line(limits.nameLength),
  /** Absent in what an older version wrote: `limits.demoSeconds`. */
  demoSeconds: z.optional(DemoSeconds),
  people: z.array(z.strictObject({ id: Id, name: line(limits.nameLength), role: Role, left: z.boolean() })),
});
export type Roster = z.infer<typeof Roster>;
