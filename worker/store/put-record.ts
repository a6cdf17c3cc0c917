import { judgePut } from './judge-put.ts';
import { missingFiles, settleFiles } from './manifest.ts';
import type { PutOutcome, RecordWrite, Seen } from './put-outcome.ts';
import { hasRight, isVisible, rightsTo } from './rights.ts';
import { sha256Hex } from './sha256.ts';
import { takeSeq } from './take-seq.ts';

// ?1 id ?2 space ?3 person ?4 kind ?5 parent ?6 state ?7 body ?8 files ?9 digest ?10 now ?11 version ?12 rights
const mayStand = `
  (?5 IS NULL OR EXISTS (SELECT 1 FROM records AS parents
                          WHERE parents.id = ?5 AND parents.space = ?2 AND parents.state = 'live'))
  AND (?6 = 'draft' OR NOT EXISTS (${missingFiles('?2', '?1', '?8')}))`;

const mayCreate = (kind: string, rights: string) =>
  `${kind} || ':' || members.role || ':1' IN (SELECT value FROM json_each(${rights}))`;

const create = `
  INSERT INTO records (id, space, kind, author, parent, seq, version, state, body, files, digest,
                       created_at, updated_at, live_at)
  SELECT ?1, spaces.id, ?4, members.person, ?5, spaces.seq + 1, ?11 + 1, ?6, ?7, ?8, ?9,
         ?10, ?10, iif(?6 = 'live', ?10, NULL)
    FROM members JOIN spaces ON spaces.id = members.space
   WHERE members.space = ?2 AND members.person = ?3 AND members.left_at IS NULL
     AND ${mayCreate('?4', '?12')} AND ${mayStand}
  ON CONFLICT (id) DO NOTHING`;

const change = `
  UPDATE records
     SET seq = spaces.seq + 1, version = ?11 + 1, state = ?6, body = ?7, files = ?8, digest = ?9,
         updated_at = ?10, live_at = coalesce(live_at, iif(?6 = 'live', ?10, NULL))
    FROM members JOIN spaces ON spaces.id = members.space
   WHERE members.space = ?2 AND members.person = ?3 AND members.left_at IS NULL
     AND records.id = ?1 AND records.space = ?2 AND records.kind = ?4 AND records.parent IS ?5
     AND records.version = ?11 AND records.state <> 'gone' AND NOT (records.state = 'live' AND ?6 = 'draft')
     AND ${isVisible} AND ${hasRight('?12')} AND ${mayStand}`;

const look = `
  SELECT ${mayCreate('?4', '?5')} AS may_create, ${hasRight('?6')} AS may_change, records.*
    FROM members LEFT JOIN records ON records.id = ?1 AND records.space = ?2 AND ${isVisible}
   WHERE members.space = ?2 AND members.person = ?3 AND members.left_at IS NULL`;

const createRights = rightsTo('create');
const changeRights = rightsTo('change');

/** Creates or changes a record, or says why not; the same put again is answered as the first time. */
export const putRecord = async (db: D1Database, write: RecordWrite, now: number): Promise<PutOutcome> => {
  const { id, space, person, kind, parent, state, version } = write;
  const body = JSON.stringify(write.body);
  const files = JSON.stringify(write.files);
  const digest = await sha256Hex(JSON.stringify([kind, parent, state, body, files]));
  const [sql, rights] = version === 0 ? [create, createRights] : [change, changeRights];
  const [, , , looked] = await db.batch<Seen>([
    db.prepare(sql).bind(id, space, person, kind, parent, state, body, files, digest, now, version, rights),
    settleFiles(db, { space, id, version: version + 1, digest, files }),
    takeSeq(db, space),
    db.prepare(look).bind(id, space, person, kind, createRights, changeRights),
  ]);
  const seen = looked?.results[0];
  return seen ? judgePut(db, write, seen, digest) : { is: 'not-found' };
};
