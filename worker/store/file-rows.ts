import type { FileEntry } from '../../shared/contract/files.ts';
import { limits } from '../../shared/contract/limits.ts';
import { namesIn } from './manifest.ts';
import { hasRight, isVisible, rightsTo } from './rights.ts';

export type FileAddress = { space: string; record: string; name: string };
type FileState = 'pending' | 'present' | 'loose' | 'doomed';
type FileWrite = FileAddress & FileEntry & { person: string };
type FileRow = { sha256: string; bytes: number; state: FileState };

/** `reserved`: for these bytes, which are to follow. `held`: the very bytes are here already. `doomed`: the name is taken until the sweep has been. */
export type Reservation = 'reserved' | 'held' | 'other-bytes' | 'doomed' | 'too-many' | 'not-found';

const changeRights = rightsTo('change');

const mayChange = `
  members.space = ?1 AND members.person = ?4 AND members.left_at IS NULL
  AND records.id = ?2 AND records.space = ?1 AND records.state <> 'gone'
  AND ${isVisible} AND ${hasRight('?5')}`;

const reserve = `
  INSERT INTO files (space, record, name, sha256, bytes, state, put_at)
  SELECT ?1, ?2, ?3, ?6, ?7, 'pending', ?8 FROM members JOIN records
   WHERE ${mayChange}
     AND (SELECT count(*) FROM files WHERE space = ?1 AND record = ?2 AND name <> ?3) < ${limits.filesPerDraft}
  ON CONFLICT (space, record, name) DO UPDATE SET put_at = excluded.put_at
   WHERE files.state = 'pending' AND files.sha256 = excluded.sha256 AND files.bytes = excluded.bytes`;

const look = `
  SELECT files.sha256, files.bytes, files.state
    FROM members JOIN records LEFT JOIN files ON files.space = ?1 AND files.record = ?2 AND files.name = ?3
   WHERE ${mayChange}`;

/** The row comes before the bytes, so that nothing ever lies in R2 unnamed. */
export const reserveFile = async (db: D1Database, file: FileWrite, now: number): Promise<Reservation> => {
  const { space, record, name, person, sha256, bytes } = file;
  const asked = [space, record, name, person, changeRights];
  const [, looked] = await db.batch<FileRow | { state: null }>([
    db.prepare(reserve).bind(...asked, sha256, bytes, now),
    db.prepare(look).bind(...asked),
  ]);
  const row = looked?.results[0];
  if (!row) return 'not-found';
  if (row.state === null) return 'too-many';
  if (row.state === 'doomed') return 'doomed';
  if (row.sha256 !== sha256 || row.bytes !== bytes) return 'other-bytes';
  return row.state === 'pending' ? 'reserved' : 'held';
};

const byName = 'files.space = ?1 AND files.record = ?2 AND files.name = ?3';

/** After the bytes are kept; false where the row went meanwhile, and the bytes must follow it. */
export const confirmFile = async (
  db: D1Database,
  { space, record, name, sha256 }: FileAddress & { sha256: string },
): Promise<boolean> => {
  const [, looked] = await db.batch<{ state: FileState }>([
    db
      .prepare(
        `UPDATE files SET state = iif(records.state = 'draft' OR files.name IN ${namesIn('records.files')},
                                      'present', 'loose')
           FROM records
          WHERE records.id = ?2 AND ${byName} AND files.state = 'pending' AND files.sha256 = ?4`,
      )
      .bind(space, record, name, sha256),
    db.prepare(`SELECT state FROM files WHERE ${byName} AND sha256 = ?4`).bind(space, record, name, sha256),
  ]);
  const state = looked?.results[0]?.state;
  return state === 'present' || state === 'loose';
};

/** Frees a name whose bytes were refused. */
export const releaseFile = async (
  db: D1Database,
  { space, record, name, sha256 }: FileAddress & { sha256: string },
): Promise<void> => {
  await db
    .prepare(`DELETE FROM files WHERE ${byName} AND state = 'pending' AND sha256 = ?4`)
    .bind(space, record, name, sha256)
    .run();
};

/**
 * Takes the name of bytes that no row stands for, so that nobody sends others there while they are deleted;
 * false where a row does: a put that lasted longer than its own row, and came late, found another's.
 */
export const claimStray = async (
  db: D1Database,
  file: FileAddress & FileEntry,
  now: number,
): Promise<boolean> => {
  const { space, record, name, sha256, bytes } = file;
  const [, looked] = await db.batch<{ state: FileState }>([
    db
      .prepare(
        `INSERT INTO files (space, record, name, sha256, bytes, state, put_at)
         VALUES (?1, ?2, ?3, ?4, ?5, 'doomed', ?6)
         ON CONFLICT (space, record, name) DO UPDATE SET state = 'doomed', put_at = excluded.put_at
          WHERE files.state = 'pending' AND files.sha256 = excluded.sha256`,
      )
      .bind(space, record, name, sha256, bytes, now),
    db.prepare(`SELECT state FROM files WHERE ${byName}`).bind(space, record, name),
  ]);
  return looked?.results[0]?.state === 'doomed';
};

/** Frees a name that `claimStray` took at that time; one that was doomed before stays for the sweep. */
export const releaseClaim = async (
  db: D1Database,
  { space, record, name }: FileAddress,
  claimedAt: number,
): Promise<void> => {
  await db
    .prepare(`DELETE FROM files WHERE ${byName} AND state = 'doomed' AND put_at = ?4`)
    .bind(space, record, name, claimedAt)
    .run();
};
