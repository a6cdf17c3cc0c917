import type * as z from 'zod/mini';
import { CeremonyStarted, MeAnswer } from '../../../shared/contract/auth.ts';
import { FileEntry } from '../../../shared/contract/files.ts';
import {
  ConnectCode,
  DeviceMade,
  Devices,
  InviteGreeting,
  InviteMade,
  Invites,
  RecoveryCodes,
  SpaceAnswer,
  Spaces,
} from '../../../shared/contract/people.ts';
import { Changes, StoredRecord, Ticket } from '../../../shared/contract/records.ts';

/** Route → what the contract says that it answers, where it answers more than that it was done. */
export const answers: Readonly<Record<string, z.ZodMiniType>> = {
  'POST /api/auth/sign-in/options': CeremonyStarted,
  'GET /api/auth/me': MeAnswer,
  'PATCH /api/auth/me': MeAnswer,
  'POST /api/auth/passkeys/options': CeremonyStarted,
  'GET /api/auth/devices': Devices,
  'POST /api/auth/devices': DeviceMade,
  'POST /api/auth/connect-codes': ConnectCode,
  'POST /api/auth/recovery-codes': RecoveryCodes,
  'GET /api/spaces': Spaces,
  'POST /api/spaces': SpaceAnswer,
  'PATCH /api/spaces/:space': SpaceAnswer,
  'GET /api/spaces/:space/invites': Invites,
  'POST /api/spaces/:space/invites': InviteMade,
  'GET /api/invites/:code': InviteGreeting,
  'POST /api/invites/:code/accept': SpaceAnswer,
  'GET /api/spaces/:space/changes': Changes,
  'PUT /api/spaces/:space/records/:record': StoredRecord,
  'DELETE /api/spaces/:space/records/:record': StoredRecord,
  'PUT /api/spaces/:space/records/:record/files/:name': FileEntry,
  'POST /api/spaces/:space/records/:record/ticket': Ticket,
};
