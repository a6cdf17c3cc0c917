import { setupCode } from './setup-code.ts';

type Database = Awaited<ReturnType<import('miniflare').Miniflare['getD1Database']>>;

/** Null when somebody runs this server already; else a fresh link, with which the ones before it expire. */
export const makeSetupLink = async (d1: Database, url: string): Promise<string | null> => {
  const operator = await d1.prepare('SELECT 1 FROM people WHERE operator = 1 LIMIT 1').first();
  if (operator) return null;
  const { code, hash, createdAt, expiresAt } = setupCode();
  await d1.batch([
    d1
      .prepare("UPDATE codes SET expires_at = ? WHERE purpose = 'setup' AND expires_at > ?")
      .bind(createdAt, createdAt),
    d1
      .prepare("INSERT INTO codes (hash, purpose, created_at, expires_at) VALUES (?, 'setup', ?, ?)")
      .bind(hash, createdAt, expiresAt),
  ]);
  return `${url}/setup#${code}`;
};
