import { limits } from '../../shared/contract/limits.ts';
import type { SpaceChange, SpaceSummary } from '../../shared/contract/people.ts';
import { closingStatements } from './closing.ts';
import { rosterOfSpace } from './roster.ts';
import { mayAct, type Refusal, refusalOf } from './standing.ts';

const summary = `SELECT spaces.id, spaces.type, spaces.name, members.role, spaces.seq
  FROM members JOIN spaces ON spaces.id = members.space
 WHERE members.person = ?1 AND members.left_at IS NULL AND spaces.closed_at IS NULL`;

export const listSpaces = async (db: D1Database, person: string): Promise<SpaceSummary[]> => {
  const { results } = await db
    .prepare(`${summary} ORDER BY spaces.type = 'own' DESC, members.joined_at, spaces.id`)
    .bind(person)
    .all<SpaceSummary>();
  return results;
};

/** Null where the person is not in it, or it is not there. */
export const findSpace = (db: D1Database, person: string, space: string) =>
  db.prepare(`${summary} AND spaces.id = ?2`).bind(person, space).first<SpaceSummary>();

/**
 * A group with its host and roster; repeating it changes nothing. An id that is taken stays as it is: a
 * group that has ever had a member takes no host from here.
 */
export const makeGroup = (
  db: D1Database,
  { id, name }: { id: string; name: string },
  person: string,
  now: number,
) =>
  db.batch([
    db
      .prepare(
        `INSERT INTO spaces (id, type, name, created_at) SELECT ?1, 'group', ?2, ?4
          WHERE NOT EXISTS (SELECT 1 FROM spaces WHERE id = ?1)
            AND NOT EXISTS (SELECT 1 FROM records WHERE id = ?1)
            AND (SELECT count(*) FROM members WHERE person = ?3 AND left_at IS NULL) <= ${limits.groupsPerPerson}`,
      )
      .bind(id, name, person, now),
    db
      .prepare(
        `INSERT INTO members (space, person, role, joined_at) SELECT id, ?2, 'host', ?3 FROM spaces
          WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM members WHERE space = ?1)`,
      )
      .bind(id, person, now),
    ...rosterOfSpace(db, id, now),
  ]);

export const countGroups = async (db: D1Database, person: string): Promise<number> => {
  const row = await db
    .prepare('SELECT count(*) - 1 AS groups FROM members WHERE person = ? AND left_at IS NULL')
    .bind(person)
    .first<{ groups: number }>();
  return row?.groups ?? 0;
};

/** Null when changed, else why not: all that was asked for, or nothing. */
export const changeGroup = async (
  db: D1Database,
  space: string,
  change: SpaceChange,
  person: string,
  now: number,
): Promise<Refusal | null> => {
  const name = change.name ?? null;
  const demoSeconds = change.demoSeconds ?? null;
  const [changed] = await db.batch([
    db
      .prepare(
        `UPDATE spaces SET name = coalesce(?3, name), demo_seconds = coalesce(?4, demo_seconds)
          WHERE id = ?1 AND (?3 IS NULL OR ${mayAct('rename', '?1', '?2')})
            AND (?4 IS NULL OR ${mayAct('set-demo-length', '?1', '?2')})`,
      )
      .bind(space, person, name, demoSeconds),
    ...rosterOfSpace(db, space, now),
  ]);
  if (changed?.meta.changes === 1) return null;
  const refused = name === null ? null : await refusalOf(db, 'rename', space, person);
  return refused ?? refusalOf(db, 'set-demo-length', space, person);
};

/** Null when closed, else why not. Everyone leaves, so that at once nobody sees anything of it any more. */
export const closeGroup = async (
  db: D1Database,
  space: string,
  person: string,
  now: number,
): Promise<Refusal | null> => {
  const [left] = await db.batch([
    db
      .prepare(
        `UPDATE members SET left_at = ?3 WHERE space = ?1 AND left_at IS NULL AND ${mayAct('close', '?1', '?2')}`,
      )
      .bind(space, person, now),
    ...closingStatements(db, space, now),
  ]);
  return left && left.meta.changes > 0 ? null : refusalOf(db, 'close', space, person);
};
