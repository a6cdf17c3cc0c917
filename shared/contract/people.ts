import * as z from 'zod/mini';
import { Id } from './ids.ts';
import { DemoSeconds, Role } from './kinds/roster.ts';
import { limits } from './limits.ts';
import { line } from './text.ts';

export const PersonName = line(limits.nameLength);
export const SpaceName = line(limits.nameLength);

export const Me = z.object({ id: Id, name: z.string(), operator: z.boolean(), device: Id, ownSpace: Id });
export type Me = z.infer<typeof Me>;

export const SpaceSummary = z.object({
  id: Id,
  type: z.enum(['group', 'own']),
  name: z.string(),
  role: Role,
  /** The space's newest seq. Larger than what a device holds: there is something to fetch. */
  seq: z.int(),
});
export type SpaceSummary = z.infer<typeof SpaceSummary>;
export const Spaces = z.object({ spaces: z.array(SpaceSummary) });
export const SpaceAnswer = z.object({ space: SpaceSummary });

export const SpaceMake = z.strictObject({ id: Id, name: SpaceName });
export const SpaceChange = z
  .strictObject({ name: z.optional(SpaceName), demoSeconds: z.optional(DemoSeconds) })
  .check(z.refine((change) => Object.keys(change).length > 0, { path: ['name'] }));
export type SpaceChange = z.infer<typeof SpaceChange>;
export const MemberChange = z.strictObject({ role: Role });

/** A link's secret is in its fragment (`/join#code`), which browsers send to nobody. */
export const Invite = z.object({ id: Id, expiresAt: z.int(), usesLeft: z.int(), createdAt: z.int() });
export type Invite = z.infer<typeof Invite>;
export const InviteMade = z.extend(Invite, { code: z.string() });
export const Invites = z.object({ invites: z.array(Invite) });
/** What the holder of a code may know before joining. */
export const InviteGreeting = z.object({
  space: Id,
  name: z.string(),
  host: z.string(),
  member: z.boolean(),
});
export type InviteGreeting = z.infer<typeof InviteGreeting>;

export const Device = z.object({
  id: Id,
  kind: z.enum(['page', 'extension']),
  name: z.string(),
  createdAt: z.int(),
  current: z.boolean(),
});
export type Device = z.infer<typeof Device>;
export const Devices = z.object({ devices: z.array(Device) });
/** The token is answered once, and kept by the Worker as its SHA-256 alone. */
export const DeviceMade = z.object({ device: Id, token: z.string(), me: Me });
export type DeviceMade = z.infer<typeof DeviceMade>;

export const ConnectCode = z.object({ code: z.string(), expiresAt: z.int() });
export const RecoveryCodes = z.object({ codes: z.array(z.string()) });
