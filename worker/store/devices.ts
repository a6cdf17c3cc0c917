import { limits } from '../../shared/contract/limits.ts';
import type { Device } from '../../shared/contract/people.ts';

export type NewDevice = { id: string; tokenHash: string; kind: Device['kind']; name: string; now: number };

/** The device that holds a token, with its person; null when unknown, expired or revoked. */
export const findDevice = (db: D1Database, tokenHash: string, now: number) =>
  db
    .prepare(
      `SELECT devices.id AS device, devices.person, people.operator
         FROM devices JOIN people ON people.id = devices.person
        WHERE token_hash = ? AND revoked_at IS NULL AND expires_at > ?`,
    )
    .bind(tokenHash, now)
    .first<{ device: string; person: string; operator: number }>();

/**
 * Makes the device if `owner`, a SELECT of one column `person` whose parameters start at ?7, finds its owner.
 * The oldest makes room beyond the limit: refusing would lock out whoever wants to tidy up.
 */
export const deviceStatements = (db: D1Database, device: NewDevice, owner: string, ...params: unknown[]) => {
  const { id, tokenHash, kind, name, now } = device;
  return [
    db
      .prepare(
        `INSERT INTO devices (token_hash, id, person, kind, name, created_at, expires_at)
         SELECT ?1, ?2, owner.person, ?3, ?4, ?5, ?6 FROM (${owner}) AS owner`,
      )
      .bind(tokenHash, id, kind, name, now, now + limits.sessionDays * 86_400_000, ...params),
    db
      .prepare(
        `UPDATE devices SET revoked_at = ?2 WHERE id IN (
           SELECT id FROM devices
            WHERE person = (SELECT person FROM devices WHERE id = ?1) AND revoked_at IS NULL
            ORDER BY created_at DESC, id DESC LIMIT -1 OFFSET ?3)`,
      )
      .bind(id, now, limits.devicesPerPerson),
  ];
};

/** False where the person is not there (any more). */
export const makeDevice = async (db: D1Database, device: NewDevice, person: string): Promise<boolean> => {
  const owner = 'SELECT id AS person FROM people WHERE id = ?7';
  const [made] = await db.batch(deviceStatements(db, device, owner, person));
  return made?.meta.changes === 1;
};

export const listDevices = async (db: D1Database, person: string, now: number) => {
  const { results } = await db
    .prepare(
      `SELECT id, kind, name, created_at AS createdAt FROM devices
        WHERE person = ? AND revoked_at IS NULL AND expires_at > ? ORDER BY created_at DESC, id DESC`,
    )
    .bind(person, now)
    .all<Omit<Device, 'current'>>();
  return results;
};

/** True also when it was revoked before; false where it is not this person's. */
export const revokeDevice = async (
  db: D1Database,
  person: string,
  id: string,
  now: number,
): Promise<boolean> => {
  const { meta } = await db
    .prepare('UPDATE devices SET revoked_at = coalesce(revoked_at, ?3) WHERE id = ?1 AND person = ?2')
    .bind(id, person, now)
    .run();
  return meta.changes === 1;
};

/** Every device, and every code that would still make one without a passkey or a recovery code. */
export const revokeAllDevices = (db: D1Database, person: string, now: number) =>
  db.batch([
    db.prepare('UPDATE devices SET revoked_at = ? WHERE person = ? AND revoked_at IS NULL').bind(now, person),
    db.prepare("DELETE FROM codes WHERE person = ? AND purpose = 'connect' AND used_at IS NULL").bind(person),
  ]);
