import type { LocalDb, OutboxRow } from './db.ts';
import { queueRecord } from './queue-record.ts';

/**
 * The Worker does not know a record that it had: a draft that nobody touched for so long that it let go of it. All
 * that is held here goes once more, under the same id. False where this was tried already, or the record never got
 * there: then it may not be there at all.
 */
export const beginAnew = (db: LocalDb, { order, record: id }: OutboxRow): Promise<boolean> =>
  db.transaction('rw', [db.records, db.files, db.outbox], async () => {
    const record = await db.records.get(id);
    if (!record || record.version === 0 || !(await db.outbox.get(order))) return false;
    const unknown = { ...record, version: 0 };
    await db.outbox.where('record').equals(id).delete();
    await db.records.put(unknown);
    await db.files.where('record').equals(id).modify({ sent: 0 });
    await queueRecord(db, unknown);
    return true;
  });
