import type { Me } from '../../shared/contract/people.ts';
import { useCode } from './codes.ts';
import { deviceStatements, type NewDevice } from './devices.ts';
import { joinNewPerson } from './join.ts';
import { type Passkey, passkeyStatement } from './passkeys.ts';
import { rostersOfPerson } from './roster.ts';

type Newcomer = {
  person: { id: string; name: string; ownSpace: string };
  passkey: Passkey;
  device: NewDevice;
  /** SHA-256 of the code that let them in. */
  codeHash: string;
};

export const findMe = async (db: D1Database, device: string): Promise<Me | null> => {
  const row = await db
    .prepare(
      `SELECT people.id, people.name, people.operator, people.own_space AS ownSpace
         FROM devices JOIN people ON people.id = devices.person WHERE devices.id = ?`,
    )
    .bind(device)
    .first<{ id: string; name: string; operator: number; ownSpace: string }>();
  return row && { ...row, operator: row.operator === 1, device };
};

/** Whether somebody runs this server: its set-up is over. */
export const hasOperator = async (db: D1Database): Promise<boolean> =>
  (await db.prepare('SELECT 1 FROM people WHERE operator = 1 LIMIT 1').first()) !== null;

/** What hangs on a person, made only if the batch's first statement made the person. */
const belongings = (db: D1Database, { person: { id }, passkey, device }: Newcomer) => {
  const owner = (at: string) => `SELECT id AS person FROM people WHERE id = ${at}`;
  return [
    db
      .prepare(
        `INSERT INTO spaces (id, type, name, created_at)
         SELECT own_space, 'own', name, created_at FROM people WHERE id = ?`,
      )
      .bind(id),
    db
      .prepare(
        `INSERT INTO members (space, person, role, joined_at)
         SELECT own_space, id, 'host', created_at FROM people WHERE id = ?`,
      )
      .bind(id),
    passkeyStatement(db, passkey, device.now, owner('?6'), id),
    ...deviceStatements(db, device, owner('?7'), id),
  ];
};

/** The server's first person, by its set-up code; false where the code serves no more or somebody was first. */
export const registerOperator = async (db: D1Database, newcomer: Newcomer): Promise<boolean> => {
  const { person, device, codeHash } = newcomer;
  const [made] = await db.batch([
    db
      .prepare(
        `INSERT INTO people (id, name, operator, own_space, created_at)
         SELECT ?1, ?2, 1, ?3, ?4 FROM codes
          WHERE hash = ?5 AND purpose = 'setup' AND used_at IS NULL AND expires_at > ?4
            AND NOT EXISTS (SELECT 1 FROM people WHERE operator = 1)`,
      )
      .bind(person.id, person.name, person.ownSpace, device.now, codeHash),
    ...belongings(db, newcomer),
    useCode(db, codeHash, device.id, device.now),
    ...rostersOfPerson(db, person.id, device.now),
  ]);
  return made?.meta.changes === 1;
};

/** A person who joins an invite's group at once; false where the invite serves no more. */
export const registerInvited = async (db: D1Database, newcomer: Newcomer): Promise<boolean> => {
  const { person, device, codeHash } = newcomer;
  const [admit, ...join] = joinNewPerson(db, person, codeHash, device.now);
  const [made] = await db.batch([
    admit,
    ...belongings(db, newcomer),
    ...join,
    ...rostersOfPerson(db, person.id, device.now),
  ]);
  return made?.meta.changes === 1;
};

/** A new passkey for whom the recovery code belongs to; other passkeys and devices stay. */
export const recoverPerson = async (
  db: D1Database,
  { passkey, device, codeHash }: Omit<Newcomer, 'person'>,
): Promise<boolean> => {
  const owner = (at: string) =>
    `SELECT person FROM codes WHERE hash = ${at} AND purpose = 'recovery' AND used_at IS NULL`;
  const [made] = await db.batch([
    passkeyStatement(db, passkey, device.now, owner('?6'), codeHash),
    ...deviceStatements(db, device, owner('?7'), codeHash),
    useCode(db, codeHash, device.id, device.now),
  ]);
  return made?.meta.changes === 1;
};

/** Also renames the person's own space; their groups hear of it by their rosters. */
export const renamePerson = (db: D1Database, person: string, name: string, now: number) =>
  db.batch([
    db.prepare('UPDATE people SET name = ? WHERE id = ?').bind(name, person),
    db
      .prepare('UPDATE spaces SET name = ? WHERE id = (SELECT own_space FROM people WHERE id = ?)')
      .bind(name, person),
    ...rostersOfPerson(db, person, now),
  ]);
