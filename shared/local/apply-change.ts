import type { Id } from '../contract/ids.ts';
import type { StoredRecord } from '../contract/records.ts';
import type { LocalDb, LocalRecord } from './db.ts';
import { refuseRecord } from './refuse.ts';
import { forgetRecords } from './remove-record.ts';
import { takeOver } from './take-over.ts';

/** Edits that wait or were refused, and recordings, are nowhere else. */
const isOnlyHere = async (db: LocalDb, { id, refusal }: LocalRecord): Promise<boolean> =>
  refusal !== null ||
  (await db.recordings.get(id)) !== undefined ||
  (await db.outbox.where('record').equals(id).toArray()).some(({ op }) => op === 'put');

/** What is only here is kept, with the reason why it cannot go; everything else of the record leaves. */
const applyGone = async (db: LocalDb, { id }: StoredRecord): Promise<void> => {
  const family = await db.records.where('id').equals(id).or('parent').equals(id).toArray();
  const gone: Id[] = [];
  for (const record of family) {
    if (await isOnlyHere(db, record)) await refuseRecord(db, record.id, { code: 'not-found', field: null });
    else gone.push(record.id);
  }
  await forgetRecords(db, family.some((record) => record.id === id) ? gone : [...gone, id]);
};

/** Writes one change down; false when this code cannot read it. Runs inside the caller's transaction. */
export const applyChange = async (db: LocalDb, theirs: StoredRecord): Promise<boolean> => {
  if (theirs.state === 'gone') {
    await applyGone(db, theirs);
    return true;
  }
  const rows = await db.outbox.where('record').equals(theirs.id).toArray();
  if (rows.some(({ op }) => op === 'delete')) return true;
  return takeOver(db, await db.records.get(theirs.id), theirs);
};
