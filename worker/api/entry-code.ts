import type { RegisterStart } from '../../shared/contract/auth.ts';
import { newId } from '../../shared/contract/ids.ts';
import { codeFault, ownerOfCode } from '../store/codes.ts';
import { hasOperator } from '../store/people.ts';
import { sha256Hex } from '../store/sha256.ts';
import { Fault } from './fault.ts';
import { readTypedCode } from './new-code.ts';
import { openInvite } from './open-invite.ts';

type CodeKind = RegisterStart['codeKind'];

/** Links carry their code as it is; recovery codes are typed. */
export const hashEntryCode = (kind: CodeKind, code: string): Promise<string> =>
  sha256Hex(kind === 'recovery' ? readTypedCode(code) : code.trim());

/** Throws why the code lets nobody in now. */
export const checkEntryCode = async (db: D1Database, kind: CodeKind, hash: string): Promise<void> => {
  if (kind === 'invite') {
    await openInvite(db, hash, null);
    return;
  }
  if (kind === 'setup' && (await hasOperator(db))) throw new Fault('already-set-up');
  const fault = await codeFault(db, hash, kind, Date.now());
  if (fault !== null) throw new Fault(fault);
};

/** Whose passkey is about to be made: somebody new, or for a recovery code its owner. */
export const personToRegister = async (db: D1Database, start: RegisterStart, hash: string) => {
  if (start.codeKind !== 'recovery') return { id: newId(), name: start.name };
  const owner = await ownerOfCode(db, hash);
  if (owner === null) throw new Fault('code-unknown');
  return owner;
};
