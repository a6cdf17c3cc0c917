/** Whether this server has its operator. */
export const isSetUp = async (db: D1Database): Promise<boolean> =>
  (await db.prepare('SELECT 1 FROM people WHERE operator = 1 LIMIT 1').first()) !== null;
