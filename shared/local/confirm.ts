import type { StoredRecord } from '../contract/records.ts';
import type { LocalDb, LocalRecord, OutboxRow } from './db.ts';

export type PutRow = Extract<OutboxRow, { op: 'put' }>;
export type FileRow = Extract<OutboxRow, { op: 'file' }>;

const isMedia = (name: string): boolean => name.endsWith('.mp4') || name.endsWith('.m4s');

/** Once a record is live its video plays from the Worker; its article and pictures stay readable offline. */
export const dropNeedlessFiles = async (
  db: LocalDb,
  record: Pick<LocalRecord, 'id' | 'files'>,
): Promise<void> => {
  const manifest = new Set(record.files.map(({ name }) => name));
  await db.files
    .where('record')
    .equals(record.id)
    .filter(({ name }) => isMedia(name) || !manifest.has(name))
    .delete();
};

/** The Worker has the put: its version is ours. Edits made meanwhile stay on top and go next. */
export const confirmPut = (db: LocalDb, row: PutRow, answer: StoredRecord): Promise<void> =>
  db.transaction('rw', [db.records, db.files, db.outbox], async () => {
    // A row that is gone was wiped, or settled by another tab: there is nothing to write down.
    if (!(await db.outbox.get(row.order))) return;
    await db.outbox.delete(row.order);
    const record = await db.records.get(row.record);
    if (!record) return;
    const rest = await db.outbox.where('record').equals(row.record).toArray();
    const isEdited = rest.some(({ op }) => op === 'put');
    const { seq, version, author, createdAt, updatedAt } = answer;
    await db.records.update(row.record, {
      ...(seq >= record.seq && { seq, version, author, createdAt }),
      ...(!isEdited && { updatedAt, refusal: null }),
      waiting: rest.length ? 1 : 0,
    });
    if (!isEdited && row.put.state === 'live') await dropNeedlessFiles(db, record);
  });

/** The Worker has the file: it is never sent again. */
export const confirmFile = (db: LocalDb, { record, name }: FileRow): Promise<void> =>
  db.transaction('rw', [db.records, db.files, db.outbox], async () => {
    await db.files.update([record, name], { sent: 1 });
    const rows = await db.outbox.where('record').equals(record).toArray();
    const said = rows.filter((row) => row.op === 'file' && row.name === name);
    await db.outbox.bulkDelete(said.map(({ order }) => order));
    if (said.length === rows.length) await db.records.update(record, { waiting: 0 });
  });
