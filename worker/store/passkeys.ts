import { deviceStatements, type NewDevice } from './devices.ts';

export type Passkey = {
  id: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  transports: string[];
};

/** Hangs the passkey on the person that `owner` finds: a SELECT of one column `person`, parameters from ?6. */
export const passkeyStatement = (
  db: D1Database,
  passkey: Passkey,
  now: number,
  owner: string,
  ...params: unknown[]
) =>
  db
    .prepare(
      `INSERT INTO passkeys (id, person, public_key, counter, transports, created_at)
       SELECT ?1, owner.person, ?2, ?3, ?4, ?5 FROM (${owner}) AS owner`,
    )
    .bind(passkey.id, passkey.publicKey, passkey.counter, JSON.stringify(passkey.transports), now, ...params);

export const addPasskey = (db: D1Database, passkey: Passkey, person: string, now: number) =>
  passkeyStatement(db, passkey, now, 'SELECT id AS person FROM people WHERE id = ?6', person).run();

export const findPasskey = async (
  db: D1Database,
  id: string,
): Promise<(Passkey & { person: string }) | null> => {
  const row = await db
    .prepare('SELECT person, public_key, counter, transports FROM passkeys WHERE id = ?')
    .bind(id)
    .first<{ person: string; public_key: number[]; counter: number; transports: string }>();
  if (row === null) return null;
  const { person, counter } = row;
  return {
    id,
    person,
    publicKey: new Uint8Array(row.public_key),
    counter,
    transports: JSON.parse(row.transports),
  };
};

export const listPasskeys = async (db: D1Database, person: string) => {
  const { results } = await db
    .prepare('SELECT id, transports FROM passkeys WHERE person = ?')
    .bind(person)
    .all<{ id: string; transports: string }>();
  return results.map(({ id, transports }) => ({ id, transports: JSON.parse(transports) as string[] }));
};

/**
 * Makes the device if the passkey's counter has moved on since, or counts nothing at all; then keeps the
 * counter. Of two that claim the same count, one is a copy, and one gets in (WebAuthn 3, 6.1.1).
 */
export const signInWith = async (
  db: D1Database,
  passkey: { id: string; counter: number },
  device: NewDevice,
): Promise<boolean> => {
  const owner = 'SELECT person FROM passkeys WHERE id = ?7 AND (counter < ?8 OR (counter = 0 AND ?8 = 0))';
  const [made] = await db.batch([
    ...deviceStatements(db, device, owner, passkey.id, passkey.counter),
    db
      .prepare('UPDATE passkeys SET counter = ? WHERE id = ? AND EXISTS (SELECT 1 FROM devices WHERE id = ?)')
      .bind(passkey.counter, passkey.id, device.id),
  ]);
  return made?.meta.changes === 1;
};
