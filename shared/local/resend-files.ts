import type { Id } from '../contract/ids.ts';
import type { PutRow } from './confirm.ts';
import type { LocalDb } from './db.ts';
import { queueRecord } from './queue-record.ts';
import { refuseRecord } from './refuse.ts';

/**
 * The Worker lacks files that were thought to be there: they go again at `notBeforeMs`, before the record
 * does. Where the bytes are no longer here either, the record is refused.
 */
export const resendFiles = (
  db: LocalDb,
  row: PutRow,
  names: readonly string[],
  notBeforeMs: number,
): Promise<void> =>
  db.transaction('rw', [db.records, db.files, db.outbox], async () => {
    if (!(await db.outbox.get(row.order))) return;
    await db.outbox.delete(row.order);
    const record = await db.records.get(row.record);
    if (!record) return;
    const keys = names.map((name): [Id, string] => [row.record, name]);
    const held = (await db.files.bulkGet(keys)).filter((file) => file !== undefined);
    if (held.length < names.length || names.length === 0) {
      await refuseRecord(db, row.record, { code: 'files-missing', field: null });
      return;
    }
    await db.files.bulkUpdate(keys.map((key) => ({ key, changes: { sent: 0 } })));
    await queueRecord(db, record);
    await db.outbox
      .where('record')
      .equals(row.record)
      .modify({ attempts: row.attempts + 1, notBeforeMs });
  });
