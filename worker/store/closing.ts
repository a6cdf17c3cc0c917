/** Rows that one closing takes along at once: beyond it the sweep goes on, while nobody can see them. */
const rowsAtOnce = 2_000;

const isClosed = 'EXISTS (SELECT 1 FROM spaces WHERE id = ?1 AND closed_at IS NOT NULL)';

/**
 * At most `most` records and `most` files of a space, where it is closed. From the space on (CROSS JOIN), so
 * that nothing of an open one is read.
 */
const emptyingStatements = (db: D1Database, space: string, most: number) => [
  db
    .prepare(
      `UPDATE files SET state = 'doomed' WHERE space = ?1 AND (record, name) IN (
         SELECT files.record, files.name FROM spaces CROSS JOIN files ON files.space = spaces.id
          WHERE spaces.id = ?1 AND closed_at IS NOT NULL AND files.state <> 'doomed' LIMIT ?2)`,
    )
    .bind(space, most),
  db
    .prepare(
      `DELETE FROM records WHERE id IN (
         SELECT records.id FROM spaces CROSS JOIN records ON records.space = spaces.id
          WHERE spaces.id = ?1 AND closed_at IS NOT NULL LIMIT ?2)`,
    )
    .bind(space, most),
];

/**
 * Closes a space that nobody is in any more, for the end of a batch in which people left. Its records need no
 * tombstones, for there is nobody left to hear of them.
 */
export const closingStatements = (db: D1Database, space: string, now: number) => [
  db
    .prepare(
      `UPDATE spaces SET closed_at = ?2 WHERE id = ?1 AND closed_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM members WHERE space = ?1 AND left_at IS NULL)`,
    )
    .bind(space, now),
  db
    .prepare(`UPDATE invites SET revoked_at = ?2 WHERE space = ?1 AND revoked_at IS NULL AND ${isClosed}`)
    .bind(space, now),
  ...emptyingStatements(db, space, rowsAtOnce),
];

/** What a closing left over, one space a call; for the sweep. True while there may be more. */
export const emptyClosedSpace = async (db: D1Database): Promise<boolean> => {
  const left = await db
    .prepare(
      `SELECT id FROM spaces WHERE closed_at IS NOT NULL AND (
         EXISTS (SELECT 1 FROM records WHERE records.space = spaces.id)
         OR EXISTS (SELECT 1 FROM files WHERE files.space = spaces.id AND files.state <> 'doomed')) LIMIT 1`,
    )
    .first<{ id: string }>();
  if (left === null) return false;
  await db.batch(emptyingStatements(db, left.id, rowsAtOnce));
  return true;
};
