import type { Id } from '../contract/ids.ts';
import type { LocalDb } from './db.ts';
import { queueRecord } from './queue-record.ts';
import { forgetRecord } from './remove-record.ts';

/** Says it once more, as it stands here. */
export const retryRefused = (db: LocalDb, id: Id): Promise<void> =>
  db.transaction('rw', [db.records, db.files, db.outbox], async () => {
    const record = await db.records.get(id);
    if (!record?.refusal) return;
    await db.records.put({ ...record, waiting: 1, refusal: null });
    await queueRecord(db, record);
  });

/** Gives up what was refused here; what the Worker has of the record, if anything, comes with the next pull. */
export const discardRefused = (db: LocalDb, id: Id): Promise<void> =>
  db.transaction('rw', [db.records, db.files, db.outbox, db.recordings, db.spaces], async () => {
    const record = await db.records.get(id);
    if (!record?.refusal) return;
    await forgetRecord(db, id);
    if (record.version > 0) await askAgainFrom(db, record.space, record.seq);
  });

/** Moves a space's cursor back, so that the next pull brings what has `seq` and what came after it. */
export const askAgainFrom = async (db: LocalDb, space: Id, seq: number): Promise<void> => {
  await db.spaces
    .where('id')
    .equals(space)
    .modify((held) => {
      held.cursor = Math.min(held.cursor, Math.max(0, seq - 1));
    });
};
