import type { Role } from '../../shared/contract/kinds/roster.ts';
import { closingStatements } from './closing.ts';
import { rosterOfSpace } from './roster.ts';
import { mayAct, type Refusal, refusalOf } from './standing.ts';

/** Somebody else who could go on hosting, where ?1 is the space and ?3 the person who stops. */
const anotherHost = `EXISTS (SELECT 1 FROM members AS other
  WHERE other.space = ?1 AND other.person <> ?3 AND other.left_at IS NULL AND other.role = 'host')`;

const nobodyElse = `NOT EXISTS (SELECT 1 FROM members AS other
  WHERE other.space = ?1 AND other.person <> ?3 AND other.left_at IS NULL)`;

/**
 * The drafts of whoever left in this very batch: ?1 space ?2 person ?3 now. From the membership on (CROSS JOIN),
 * so that where nobody left, no record is read.
 */
const draftsLeft = `
  SELECT records.id FROM members CROSS JOIN records ON records.space = members.space
   WHERE members.space = ?1 AND members.person = ?2 AND members.left_at = ?3
     AND records.author = members.person AND records.state = 'draft'`;

/** What only they could see goes at once: the drafts' rows, and their bytes with the sweep. */
const dropDrafts = (db: D1Database, space: string, person: string, now: number) => [
  db
    .prepare(`UPDATE files SET state = 'doomed' WHERE space = ?1 AND record IN (${draftsLeft})`)
    .bind(space, person, now),
  db.prepare(`DELETE FROM records WHERE id IN (${draftsLeft})`).bind(space, person, now),
];

/** What stands in the way of a change to `member`, when `asker` asked for it and nothing changed. */
const whyUnchanged = async (
  db: D1Database,
  action: 'leave' | 'remove-member' | 'hand-over',
  space: string,
  asker: string,
  member: string,
): Promise<Refusal | 'last-host'> => {
  const refusal = await refusalOf(db, action, space, asker);
  if (refusal !== null) return refusal;
  const inside = await db
    .prepare('SELECT 1 FROM members WHERE space = ? AND person = ? AND left_at IS NULL')
    .bind(space, member)
    .first();
  return inside === null ? 'not-found' : 'last-host';
};

/**
 * Ends a membership: one's own, or by a host somebody else's. The last one out closes the group; the last
 * host stays while others do. Null when done, else why not.
 */
export const endMembership = async (
  db: D1Database,
  space: string,
  asker: string,
  member: string,
  now: number,
): Promise<Refusal | 'last-host' | null> => {
  const action = asker === member ? 'leave' : 'remove-member';
  const [ended] = await db.batch([
    db
      .prepare(
        `UPDATE members SET left_at = ?4 WHERE space = ?1 AND person = ?3 AND left_at IS NULL
            AND ${mayAct(action, '?1', '?2')} AND (role <> 'host' OR ${anotherHost} OR ${nobodyElse})`,
      )
      .bind(space, asker, member, now),
    ...dropDrafts(db, space, member, now),
    ...closingStatements(db, space, now),
    ...rosterOfSpace(db, space, now),
  ]);
  return ended?.meta.changes === 1 ? null : whyUnchanged(db, action, space, asker, member);
};

/** Hands the hosting over, or takes it back; null when done, else why not. */
export const changeRole = async (
  db: D1Database,
  space: string,
  asker: string,
  member: string,
  role: Role,
  now: number,
): Promise<Refusal | 'last-host' | null> => {
  const [changed] = await db.batch([
    db
      .prepare(
        `UPDATE members SET role = ?4 WHERE space = ?1 AND person = ?3 AND left_at IS NULL
            AND ${mayAct('hand-over', '?1', '?2')} AND (?4 = 'host' OR ${anotherHost})`,
      )
      .bind(space, asker, member, role),
    ...rosterOfSpace(db, space, now),
  ]);
  return changed?.meta.changes === 1 ? null : whyUnchanged(db, 'hand-over', space, asker, member);
};
