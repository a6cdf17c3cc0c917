import type { ApiError } from '../client/api-error.ts';
import type { Id } from '../contract/ids.ts';
import type { LocalDb, LocalRecord, OutboxRow } from './db.ts';
import { queueRecord } from './queue-record.ts';
import { askAgainFrom } from './refused.ts';

type Refusal = NonNullable<LocalRecord['refusal']>;

/** Keeps the words and the bytes here, says why they did not go, and takes their rows out of the way. */
export const refuseRecord = async (db: LocalDb, record: Id, refusal: Refusal): Promise<void> => {
  await db.outbox.where('record').equals(record).delete();
  await db.records.update(record, { waiting: 0, refusal });
};

/** The Worker will never take this row. An edit made since gets its own chance. */
export const refuse = (db: LocalDb, row: OutboxRow, { code, field }: ApiError): Promise<void> =>
  db.transaction('rw', [db.records, db.files, db.outbox, db.spaces], async () => {
    if (!(await db.outbox.get(row.order))) return;
    await db.outbox.delete(row.order);
    const record = await db.records.get(row.record);
    if (row.op === 'delete') {
      // What may not be deleted is still there, and comes back to this device.
      if (code !== 'not-found') await askAgainFrom(db, row.space, 0);
    } else if (record && row.op === 'put' && row.madeAtMs < record.updatedAt) await queueRecord(db, record);
    else if (record && code !== 'offline') {
      await refuseRecord(db, row.record, { code, field: row.op === 'file' ? row.name : (field ?? null) });
    }
  });
