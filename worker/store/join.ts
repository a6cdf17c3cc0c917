import { limits } from '../../shared/contract/limits.ts';
import { activeMembers } from './invites.ts';
import { rosterOfSpace } from './roster.ts';

/** An invite that lets one more in: its hash is ?1, now is ?2. */
const servingInvite = `invites JOIN spaces ON spaces.id = invites.space
  WHERE invites.code_hash = ?1 AND invites.revoked_at IS NULL AND invites.expires_at > ?2
    AND invites.uses_left > 0 AND spaces.closed_at IS NULL AND spaces.type = 'group'
    AND ${activeMembers} < ${limits.membersPerGroup}`;

/** Statements that make the person through an invite, then their membership: the first says whether. */
export const joinNewPerson = (
  db: D1Database,
  person: { id: string; name: string; ownSpace: string },
  codeHash: string,
  now: number,
): [D1PreparedStatement, ...D1PreparedStatement[]] => [
  db
    .prepare(
      `INSERT INTO people (id, name, own_space, created_at) SELECT ?3, ?4, ?5, ?2 FROM ${servingInvite}`,
    )
    .bind(codeHash, now, person.id, person.name, person.ownSpace),
  db
    .prepare(
      `INSERT INTO members (space, person, role, joined_at)
       SELECT invites.space, people.id, 'member', ?3 FROM invites JOIN people ON people.id = ?2 WHERE code_hash = ?1`,
    )
    .bind(codeHash, person.id, now),
  db
    .prepare(
      `UPDATE invites SET uses_left = uses_left - 1
        WHERE code_hash = ? AND EXISTS (SELECT 1 FROM people WHERE id = ?)`,
    )
    .bind(codeHash, person.id),
];

/**
 * Lets somebody known in, or back in; a member stays as they are and uses nothing up. `left_at` holds a mark
 * of this very call between the statements, so that one use is counted for one coming in.
 */
export const joinKnownPerson = async (
  db: D1Database,
  codeHash: string,
  space: string,
  person: string,
  now: number,
): Promise<void> => {
  const mark = -1 - Math.floor(Math.random() * Number.MAX_SAFE_INTEGER);
  await db.batch([
    db
      .prepare(
        `INSERT INTO members (space, person, role, joined_at, left_at)
         SELECT invites.space, ?3, 'member', ?2, ?4 FROM ${servingInvite}
            AND (SELECT count(*) FROM members WHERE person = ?3 AND left_at IS NULL) <= ${limits.groupsPerPerson}
         ON CONFLICT (space, person) DO UPDATE SET left_at = excluded.left_at WHERE left_at IS NOT NULL`,
      )
      .bind(codeHash, now, person, mark),
    db
      .prepare(
        `UPDATE invites SET uses_left = uses_left - 1
          WHERE code_hash = ? AND EXISTS (SELECT 1 FROM members WHERE space = ? AND person = ? AND left_at = ?)`,
      )
      .bind(codeHash, space, person, mark),
    db
      .prepare(
        `UPDATE members SET role = 'member', joined_at = ?, left_at = NULL
          WHERE space = ? AND person = ? AND left_at = ?`,
      )
      .bind(now, space, person, mark),
    ...rosterOfSpace(db, space, now),
  ]);
};
