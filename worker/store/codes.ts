import type { ErrorCode } from '../../shared/contract/errors.ts';
import { limits } from '../../shared/contract/limits.ts';
import { deviceStatements, type NewDevice } from './devices.ts';

export type CodeFault = Extract<ErrorCode, `code-${string}`>;

/**
 * Why a set-up, connect or recovery code does not serve; null when it does. A set-up code is made by whoever
 * starts the server: `INSERT INTO codes (hash, purpose, created_at, expires_at) VALUES (…, 'setup', …, …)`.
 */
export const codeFault = async (
  db: D1Database,
  hash: string,
  purpose: 'setup' | 'connect' | 'recovery',
  now: number,
): Promise<CodeFault | null> => {
  const code = await db
    .prepare('SELECT tries, used_at, expires_at FROM codes WHERE hash = ? AND purpose = ?')
    .bind(hash, purpose)
    .first<{ tries: number; used_at: number | null; expires_at: number }>();
  if (code === null) return 'code-unknown';
  if (code.used_at !== null) return 'code-used';
  if (code.tries >= limits.connectTries) return 'code-revoked';
  return code.expires_at > now ? null : 'code-expired';
};

/** Whose recovery code it is. Ask `codeFault` first. */
export const ownerOfCode = (db: D1Database, hash: string) =>
  db
    .prepare(
      'SELECT people.id, people.name FROM codes JOIN people ON people.id = codes.person WHERE hash = ?',
    )
    .bind(hash)
    .first<{ id: string; name: string }>();

/** Uses the code up if the batch's earlier statements made the device. */
export const useCode = (db: D1Database, hash: string, device: string, now: number) =>
  db
    .prepare('UPDATE codes SET used_at = ? WHERE hash = ? AND EXISTS (SELECT 1 FROM devices WHERE id = ?)')
    .bind(now, hash, device);

export type ConnectCode = { handle: string; hash: string };

/** The person's one open connect code; false while somebody else's open code has the same handle. */
export const keepConnectCode = async (
  db: D1Database,
  { handle, hash }: ConnectCode,
  person: string,
  now: number,
): Promise<boolean> => {
  const [, kept] = await db.batch([
    db.prepare("DELETE FROM codes WHERE person = ? AND purpose = 'connect' AND used_at IS NULL").bind(person),
    db
      .prepare(
        `INSERT INTO codes (hash, purpose, handle, person, created_at, expires_at)
         SELECT ?1, 'connect', ?2, ?3, ?4, ?5 WHERE NOT EXISTS (
           SELECT 1 FROM codes
            WHERE hash = ?1 OR (purpose = 'connect' AND handle = ?2 AND used_at IS NULL AND expires_at > ?4))`,
      )
      .bind(hash, handle, person, now, now + limits.connectMinutes * 60_000),
  ]);
  return kept?.meta.changes === 1;
};

/** Makes the device of whoever made the code, once; a wrong second half counts against the code it aimed at. */
export const connectDevice = async (
  db: D1Database,
  { handle, hash }: ConnectCode,
  device: NewDevice,
): Promise<boolean> => {
  const owner = `SELECT person FROM codes
    WHERE hash = ?7 AND purpose = 'connect' AND used_at IS NULL AND expires_at > ?5 AND tries < ?8`;
  const [made] = await db.batch([
    ...deviceStatements(db, device, owner, hash, limits.connectTries),
    useCode(db, hash, device.id, device.now),
    db
      .prepare("UPDATE codes SET tries = tries + 1 WHERE purpose = 'connect' AND handle = ? AND hash <> ?")
      .bind(handle, hash),
  ]);
  return made?.meta.changes === 1;
};

/** The person's whole set: the codes before it no longer serve. */
export const replaceRecoveryCodes = (db: D1Database, hashes: string[], person: string, now: number) =>
  db.batch([
    db.prepare("DELETE FROM codes WHERE person = ? AND purpose = 'recovery'").bind(person),
    db
      .prepare(
        `INSERT INTO codes (hash, purpose, person, created_at, expires_at)
         SELECT value, 'recovery', ?2, ?3, ?4 FROM json_each(?1)`,
      )
      .bind(JSON.stringify(hashes), person, now, Number.MAX_SAFE_INTEGER),
  ]);
