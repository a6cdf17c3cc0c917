import type { StoredRecord } from '../contract/records.ts';
import type { PutRow } from './confirm.ts';
import type { LocalDb } from './db.ts';
import { takeOver } from './take-over.ts';

/**
 * Another device of the same person changed the record since (nobody else may). What was done here goes again
 * upon the current version, so the last to arrive wins. One case differs: an earlier attempt of this put may
 * have arrived unheard, and the current version be an answer to it; then the later of the two stays.
 */
export const settleStale = (
  db: LocalDb,
  row: PutRow,
  wasTried: boolean,
  current: StoredRecord,
): Promise<void> =>
  db.transaction('rw', [db.records, db.files, db.outbox], async () => {
    if (!(await db.outbox.get(row.order))) return;
    const record = await db.records.get(row.record);
    const mayHaveArrived = wasTried && row.tried !== null && current.version > row.tried + 1;
    const isOvertaken = mayHaveArrived && current.updatedAt >= row.madeAtMs;
    if (!record || isOvertaken) await db.outbox.delete(row.order);
    else await db.outbox.put({ ...row, tried: null });
    if (record) await takeOver(db, record, current);
  });
