import type { Kind } from '../../shared/contract/kinds/index.ts';
import { hasRight, rightsTo } from './rights.ts';

/** Live for its space's members, a draft for its author; nothing gone. ?1 space ?2 record ?3 person */
const mayRead = `
  members.space = ?1 AND members.person = ?3 AND members.left_at IS NULL
  AND records.id = ?2 AND records.space = ?1
  AND (records.state = 'live' OR (records.state = 'draft' AND records.author = members.person))`;

type Asked = { space: string; record: string; person: string };

export const mayReadFiles = async (db: D1Database, { space, record, person }: Asked): Promise<boolean> =>
  (await db
    .prepare(`SELECT 1 FROM members JOIN records WHERE ${mayRead}`)
    .bind(space, record, person)
    .first()) !== null;

/** `body` and `files` (JSON) where they were asked for; `sha256` is null where the record has no such file. */
export type Opened = {
  kind: Kind;
  state: 'draft' | 'live';
  body: string | null;
  files: string | null;
  sha256: string | null;
  bytes: number;
};

/**
 * One query for everything that may have ended since a ticket was written: the membership, the device, the
 * record, the file. Null when one of the first three has.
 */
export const openFile = (
  db: D1Database,
  asked: Asked & { device: string; name: string; withBody: boolean },
  now: number,
): Promise<Opened | null> =>
  db
    .prepare(
      `SELECT records.kind, records.state, iif(?7, records.body, NULL) AS body,
              iif(?7, records.files, NULL) AS files, found.sha256, found.bytes
         FROM members JOIN records JOIN devices
         LEFT JOIN files AS found ON found.space = ?1 AND found.record = ?2 AND found.name = ?5
                                 AND found.state = 'present'
        WHERE ${mayRead}
          AND devices.id = ?4 AND devices.person = ?3 AND devices.revoked_at IS NULL AND devices.expires_at > ?6`,
    )
    .bind(asked.space, asked.record, asked.person, asked.device, asked.name, now, asked.withBody ? 1 : 0)
    .first<Opened>();

const changeRights = rightsTo('change');

/** Whether a demo may be changed by somebody: live or a draft, by its author. */
export const mayChangeDemo = async (db: D1Database, { space, record, person }: Asked): Promise<boolean> =>
  (await db
    .prepare(
      `SELECT 1 FROM members JOIN records WHERE ${mayRead} AND records.kind = 'demo' AND ${hasRight('?4')}`,
    )
    .bind(space, record, person, changeRights)
    .first()) !== null;
