import type { LocalDb, LocalRecord } from './db.ts';

/** Of the bytes that a record speaks of, how many the Worker has confirmed. */
export type UploadProgress = { sentBytes: number; totalBytes: number };

/** Read from the outbox, which names what is still to go: no file is loaded for it, however many there are. */
export const uploadProgress = async (
  db: LocalDb,
  { id, files }: Pick<LocalRecord, 'id' | 'files'>,
): Promise<UploadProgress> => {
  const rows = await db.outbox.where('record').equals(id).toArray();
  const left = new Set(rows.flatMap((row) => (row.op === 'file' ? [row.name] : [])));
  const sum = (bytes: number, file: { bytes: number }) => bytes + file.bytes;
  return {
    sentBytes: files.filter(({ name }) => !left.has(name)).reduce(sum, 0),
    totalBytes: files.reduce(sum, 0),
  };
};
