import { createHash, randomBytes } from 'node:crypto';
import { limits } from '../../shared/contract/limits.ts';

type Database = Awaited<ReturnType<import('miniflare').Miniflare['getD1Database']>>;

/** Null when somebody runs this server already; else a fresh link, which ends the ones before it. */
export const makeSetupLink = async (d1: Database, url: string): Promise<string | null> => {
  const operator = await d1.prepare('SELECT 1 FROM people WHERE operator = 1 LIMIT 1').first();
  if (operator) return null;
  const code = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(code).digest('hex');
  const now = Date.now();
  await d1.batch([
    d1.prepare("DELETE FROM codes WHERE purpose = 'setup'"),
    d1
      .prepare("INSERT INTO codes (hash, purpose, created_at, expires_at) VALUES (?, 'setup', ?, ?)")
      .bind(hash, now, now + limits.setupHours * 3_600_000),
  ]);
  return `${url}/setup#${code}`;
};
