import type { Client } from '../client/create-client.ts';
import { confirmFile, confirmPut, type FileRow, type PutRow } from './confirm.ts';
import type { LocalDb, OutboxRow } from './db.ts';

type Ends = { db: LocalDb; client: Client; signal?: AbortSignal | undefined };

/**
 * Writes down upon which version the put goes out, before it does: after a crash the same put is repeated, not
 * a new one made. Null when the row was taken back meanwhile.
 */
const markTried = (db: LocalDb, { order, record }: PutRow): Promise<number | null> =>
  db.transaction('rw', [db.records, db.outbox], async () => {
    const row = await db.outbox.get(order);
    if (row?.op !== 'put') return null;
    const tried = row.tried ?? (await db.records.get(record))?.version ?? 0;
    await db.outbox.put({ ...row, tried });
    return tried;
  });

const sendPut = async ({ db, client, signal }: Ends, row: PutRow): Promise<void> => {
  const version = await markTried(db, row);
  if (version === null) return;
  const answer = await client.putRecord(row.space, row.record, version, row.put, signal);
  await confirmPut(db, row, answer);
};

const sendFile = async ({ db, client, signal }: Ends, row: FileRow): Promise<void> => {
  const file = await db.files.get([row.record, row.name]);
  if (file && !file.sent) await client.putFile(row.space, row.record, file, signal);
  await confirmFile(db, row);
};

const sendDelete = async ({ db, client, signal }: Ends, row: OutboxRow): Promise<void> => {
  await client.deleteRecord(row.space, row.record, signal);
  await db.outbox.delete(row.order);
};

/** Says one thing to the Worker and writes down that it was heard. Throws ApiError when it was not. */
export const sendRow = (ends: Ends, row: OutboxRow): Promise<void> => {
  if (row.op === 'put') return sendPut(ends, row);
  return row.op === 'file' ? sendFile(ends, row) : sendDelete(ends, row);
};
