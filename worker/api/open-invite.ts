import type { InviteGreeting } from '../../shared/contract/people.ts';
import { readInvite } from '../store/invites.ts';
import { Fault } from './fault.ts';

/** The invite behind a code, as it reads to this person (null: to somebody new); throws why it lets nobody in. */
export const openInvite = async (
  db: D1Database,
  codeHash: string,
  person: string | null,
): Promise<InviteGreeting> => {
  const invite = await readInvite(db, codeHash, person, Date.now());
  if (invite === null) throw new Fault('code-unknown');
  const { fault, ...greeting } = invite;
  if (fault !== null) throw new Fault(fault);
  return greeting;
};
