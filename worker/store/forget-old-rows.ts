const dayMs = 24 * 60 * 60_000;

/** What has ended stays a while, so that its holder is told that it ended; then it goes. */
export const forgetOldRows = async (db: D1Database, now: number): Promise<void> => {
  const monthAgo = now - 30 * dayMs;
  await db.batch([
    db.prepare('DELETE FROM attempts WHERE at < ?').bind(now - dayMs),
    db.prepare('DELETE FROM ceremonies WHERE expires_at < ?').bind(now),
    db.prepare('DELETE FROM codes WHERE expires_at < ?').bind(monthAgo),
    db.prepare('DELETE FROM invites WHERE expires_at < ?').bind(monthAgo),
    db.prepare('DELETE FROM devices WHERE expires_at < ?1 OR revoked_at < ?1').bind(monthAgo),
  ]);
};
