import { limits } from '../../shared/contract/limits.ts';
import type { Invite, InviteGreeting } from '../../shared/contract/people.ts';
import type { CodeFault } from './codes.ts';
import { mayAct, type Refusal, refusalOf } from './standing.ts';

/** How many are in the group of the invite at hand. */
export const activeMembers = `(SELECT count(*) FROM members WHERE space = invites.space AND left_at IS NULL)`;

type Reading = InviteGreeting & { fault: CodeFault | 'too-many' | null };

/**
 * What an invite says to `person` (null: to somebody not known yet), and why it does not serve. A member
 * may always come through it, for nothing happens then. Null where there is no such invite.
 */
export const readInvite = async (
  db: D1Database,
  codeHash: string,
  person: string | null,
  now: number,
): Promise<Reading | null> => {
  const row = await db
    .prepare(
      `SELECT invites.space, spaces.name, uses_left, expires_at, revoked_at, closed_at,
              ${activeMembers} AS members,
              (SELECT people.name FROM members JOIN people ON people.id = members.person
                WHERE members.space = invites.space AND role = 'host' AND left_at IS NULL
                ORDER BY person = made_by DESC, joined_at LIMIT 1) AS host,
              EXISTS (SELECT 1 FROM members
                       WHERE members.space = invites.space AND person = ?2 AND left_at IS NULL) AS member
         FROM invites JOIN spaces ON spaces.id = invites.space WHERE code_hash = ?1`,
    )
    .bind(codeHash, person)
    .first<{
      space: string;
      name: string;
      uses_left: number;
      expires_at: number;
      revoked_at: number | null;
      closed_at: number | null;
      members: number;
      host: string | null;
      member: number;
    }>();
  if (row === null) return null;
  const { space, name, host, member } = row;
  const fault = () => {
    if (member === 1) return null;
    if (row.revoked_at !== null || row.closed_at !== null) return 'code-revoked';
    if (row.expires_at <= now) return 'code-expired';
    if (row.uses_left < 1) return 'code-used';
    return row.members < limits.membersPerGroup ? null : 'too-many';
  };
  return { space, name, host: host ?? '', member: member === 1, fault: fault() };
};

/** Null when made, else why not. */
export const makeInvite = async (
  db: D1Database,
  invite: Invite & { codeHash: string },
  space: string,
  person: string,
): Promise<Refusal | null> => {
  const { meta } = await db
    .prepare(
      `INSERT INTO invites (code_hash, id, space, made_by, uses_left, created_at, expires_at)
       SELECT ?3, ?4, ?1, ?2, ?5, ?6, ?7 WHERE ${mayAct('invite', '?1', '?2')}`,
    )
    .bind(space, person, invite.codeHash, invite.id, invite.usesLeft, invite.createdAt, invite.expiresAt)
    .run();
  return meta.changes === 1 ? null : refusalOf(db, 'invite', space, person);
};

/** Those that still serve, newest first. */
export const listInvites = async (
  db: D1Database,
  space: string,
  person: string,
  now: number,
): Promise<Invite[] | Refusal> => {
  const { results } = await db
    .prepare(
      `SELECT invites.id, expires_at AS expiresAt, uses_left AS usesLeft, created_at AS createdAt FROM invites
        WHERE space = ?1 AND revoked_at IS NULL AND expires_at > ?3 AND uses_left > 0
          AND ${mayAct('invite', '?1', '?2')}
        ORDER BY created_at DESC, id DESC`,
    )
    .bind(space, person, now)
    .all<Invite>();
  return results.length > 0 ? results : ((await refusalOf(db, 'invite', space, person)) ?? []);
};

/** Null when it is revoked, also when it was before. */
export const revokeInvite = async (
  db: D1Database,
  space: string,
  invite: string,
  person: string,
  now: number,
): Promise<Refusal | null> => {
  const { meta } = await db
    .prepare(
      `UPDATE invites SET revoked_at = coalesce(revoked_at, ?4)
        WHERE id = ?3 AND space = ?1 AND ${mayAct('invite', '?1', '?2')}`,
    )
    .bind(space, person, invite, now)
    .run();
  if (meta.changes === 1) return null;
  return (await refusalOf(db, 'invite', space, person)) ?? 'not-found';
};
