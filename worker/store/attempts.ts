/** When each failed try of `caller` since then was, oldest first; no more than `most` are looked at. */
export const failedTries = async (
  db: D1Database,
  caller: string,
  since: number,
  most: number,
): Promise<number[]> => {
  const { results } = await db
    .prepare('SELECT at FROM attempts WHERE caller = ? AND at > ? ORDER BY at DESC LIMIT ?')
    .bind(caller, since, most)
    .all<{ at: number }>();
  return results.map(({ at }) => at).reverse();
};

export const noteFailedTry = (db: D1Database, caller: string, at: number) =>
  db.prepare('INSERT INTO attempts (caller, at) VALUES (?, ?)').bind(caller, at).run();
