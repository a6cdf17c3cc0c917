import type { Id } from '../contract/ids.ts';
import type { LocalDb } from './db.ts';

/** Takes records, their files and all that was still to be said of them off this device. */
export const forgetRecords = async (db: LocalDb, ids: readonly Id[]): Promise<void> => {
  await Promise.all([
    db.records.bulkDelete([...ids]),
    db.recordings.bulkDelete([...ids]),
    db.files.where('record').anyOf(ids).delete(),
    db.outbox.where('record').anyOf(ids).delete(),
  ]);
};

/** A record and what hangs on it. */
export const forgetRecord = async (db: LocalDb, id: Id): Promise<void> =>
  forgetRecords(db, [id, ...(await db.records.where('parent').equals(id).primaryKeys())]);

/**
 * Deletes a record here at once, and on the Worker when it can be reached. One that was never sent vanishes.
 * Where its first request may have arrived, that is repeated until the answer is known and the delete goes
 * after it: a request still under way somewhere cannot bring the record back.
 */
export const removeRecord = (db: LocalDb, id: Id): Promise<void> =>
  db.transaction('rw', [db.records, db.files, db.outbox, db.recordings], async () => {
    const record = await db.records.get(id);
    if (!record) return;
    const rows = await db.outbox.where('record').equals(id).sortBy('order');
    const making = rows.find((row) => row.op === 'put' && row.tried !== null);
    await forgetRecord(db, id);
    if (record.version === 0 && !making) return;
    if (record.version === 0 && making) await db.outbox.put(making);
    await db.outbox.add({ op: 'delete', space: record.space, record: id, attempts: 0, notBeforeMs: 0 });
  });
