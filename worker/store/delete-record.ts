import type { StoredRecord } from '../../shared/contract/records.ts';
import { type RecordRow, toRecord } from './record-row.ts';
import { hasRight, isVisible, rightsTo } from './rights.ts';
import { takeSeq } from './take-seq.ts';

/**
 * Under `root` (which selects an id), every record that hangs on it, however deep; ?1 is the space. CROSS JOIN
 * keeps SQLite to that order, so that no more is read than hangs there.
 */
const treeUnder = (root: string, state: string) => `
  WITH RECURSIVE tree (id, depth) AS (
    ${root}
    UNION ALL
    SELECT records.id, depth + 1 FROM tree CROSS JOIN records ON records.space = ?1 AND records.parent = tree.id
     WHERE records.state ${state}
  )`;

/** ?1 space ?2 record ?3 now; each record that goes takes a seq of its own. */
const makeGone = (root: string) => `
  ${treeUnder(root, "<> 'gone'")}
  UPDATE records
     SET state = 'gone', body = NULL, files = '[]', digest = '', version = version + 1, updated_at = ?3,
         seq = spaces.seq + leaving.place
    FROM (SELECT id, row_number() OVER (ORDER BY depth, id) AS place FROM tree) AS leaving
    JOIN spaces ON spaces.id = ?1
   WHERE records.id = leaving.id AND records.id IN (SELECT id FROM tree)`;

const doomFiles = `
  UPDATE files SET state = 'doomed'
   WHERE space = ?1 AND state <> 'doomed' AND record IN (
     ${treeUnder("SELECT id, 0 FROM records WHERE id = ?2 AND space = ?1 AND state = 'gone'", "= 'gone'")}
     SELECT id FROM tree)`;

const byPerson = makeGone(`
  SELECT records.id, 0 FROM records JOIN members ON members.space = records.space
   WHERE records.id = ?2 AND records.space = ?1 AND records.state <> 'gone'
     AND members.person = ?4 AND members.left_at IS NULL AND ${isVisible} AND ${hasRight('?5')}`);

/** ?1 space ?2 record ?3 before */
const isOld =
  "records.id = ?2 AND records.space = ?1 AND records.state = 'draft' AND records.updated_at < ?3";
const doomOld = `
  UPDATE files SET state = 'doomed'
   WHERE space = ?1 AND record = ?2 AND state <> 'doomed' AND EXISTS (SELECT 1 FROM records WHERE ${isOld})`;
const forgetOld = `DELETE FROM records WHERE ${isOld}`;

const look = `
  SELECT records.*
    FROM members JOIN records ON records.id = ?2 AND records.space = ?1 AND ${isVisible} AND ${hasRight('?4')}
   WHERE members.space = ?1 AND members.person = ?3 AND members.left_at IS NULL`;

type Asked = { space: string; id: string; person: string };

/** A record, what hangs on it and all their files go; null where this person has none of that id to delete. */
export const deleteRecord = async (
  db: D1Database,
  { space, id, person }: Asked,
  now: number,
): Promise<StoredRecord | null> => {
  const rights = rightsTo('delete');
  const [, , , looked] = await db.batch<RecordRow>([
    db.prepare(byPerson).bind(space, id, now, person, rights),
    db.prepare(doomFiles).bind(space, id),
    takeSeq(db, space),
    db.prepare(look).bind(space, id, person, rights),
  ]);
  const row = looked?.results[0];
  return row ? toRecord(row) : null;
};

/**
 * Drafts untouched since `before`: at most `most` of them, two statements each. Only their author ever saw them, so
 * no tombstone tells anybody; a device that still holds one may begin it anew under its id.
 */
export const expireDrafts = async (db: D1Database, before: number, most: number): Promise<void> => {
  const { results } = await db
    .prepare("SELECT id, space FROM records WHERE state = 'draft' AND updated_at < ?1 LIMIT ?2")
    .bind(before, most)
    .all<{ id: string; space: string }>();
  if (results.length === 0) return;
  await db.batch(
    results.flatMap(({ id, space }) =>
      [doomOld, forgetOld].map((sql) => db.prepare(sql).bind(space, id, before)),
    ),
  );
};
