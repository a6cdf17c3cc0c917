/** The roster as `shared/contract/kinds/roster.ts` has it: a pure function of the tables behind it. */
const body = `json_object('name', spaces.name, 'demoSeconds', spaces.demo_seconds, 'people', (
  SELECT json_group_array(json_object(
           'id', people.id, 'name', people.name, 'role', members.role,
           'left', json(iif(members.left_at IS NULL, 'false', 'true'))
         ) ORDER BY members.joined_at, people.id)
    FROM members JOIN people ON people.id = members.person
   WHERE members.space = spaces.id))`;

const isOutdated = `spaces.closed_at IS NULL
  AND ${body} IS NOT (SELECT records.body FROM records WHERE records.id = spaces.id)`;

/**
 * For the end of a batch that may have changed names or members. Whatever the batch did, the roster is
 * rewritten, under a new seq, exactly where it no longer says what the tables say.
 */
const rosterStatements = (db: D1Database, which: string, id: string, now: number) => [
  db.prepare(`UPDATE spaces SET seq = seq + 1 WHERE ${which} AND ${isOutdated}`).bind(id),
  db
    .prepare(
      `INSERT INTO records
         (id, space, kind, author, parent, seq, version, state, body, files, digest, created_at, updated_at,
          live_at)
       SELECT id, id, 'roster',
              (SELECT person FROM members WHERE space = spaces.id ORDER BY role <> 'host', joined_at LIMIT 1),
              NULL, seq, 1, 'live', ${body}, '[]', '', ?2, ?2, ?2
         FROM spaces WHERE ${which} AND ${isOutdated}
       ON CONFLICT (id) DO UPDATE SET
         seq = excluded.seq, version = records.version + 1, body = excluded.body, updated_at = excluded.updated_at`,
    )
    .bind(id, now),
];

export const rosterOfSpace = (db: D1Database, space: string, now: number) =>
  rosterStatements(db, 'spaces.id = ?1', space, now);

/** Of each space that the person is in: where a person is new, or has another name. */
export const rostersOfPerson = (db: D1Database, person: string, now: number) =>
  rosterStatements(
    db,
    'spaces.id IN (SELECT space FROM members WHERE person = ?1 AND left_at IS NULL)',
    person,
    now,
  );
