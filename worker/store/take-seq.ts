/**
 * Ends every batch that writes records: they took `spaces.seq + 1` and on, and the counter follows. Where
 * nothing was written, nothing moves.
 */
export const takeSeq = (db: D1Database, space: string): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE spaces SET seq = (SELECT max(seq) FROM records WHERE records.space = spaces.id)
        WHERE id = ?1 AND EXISTS (SELECT 1 FROM records WHERE records.space = ?1 AND records.seq > spaces.seq)`,
    )
    .bind(space);
