import { ApiError } from '../../client/api-error.ts';
import type { Client } from '../../client/create-client.ts';
import { mediaTypeOf } from '../../contract/files.ts';
import type { LocalDb, LocalFile, LocalRecord } from '../../local/db.ts';
import { sha256 } from '../../local/sha256.ts';

type Shelf = { db: LocalDb; client: Client };

const fetchFile = async ({ client }: Shelf, record: LocalRecord, name: string): Promise<Blob> => {
  const { ticket } = await client.ticket(record.space, record.id);
  const response = await fetch(client.fileUrl(ticket, name)).catch((cause: unknown) => {
    throw new ApiError('offline', 0, {}, cause);
  });
  if (!response.ok) throw new ApiError('not-found', response.status);
  return new Blob([await response.arrayBuffer()], { type: mediaTypeOf(name) });
};

/** Kept for offline, unless the record went, or lost it, while its bytes were on the way. */
const keep = ({ db }: Shelf, file: LocalFile): Promise<void> =>
  db.transaction('rw', [db.records, db.files], async () => {
    const record = await db.records.get(file.record);
    const isNamed = record?.files.some(({ name }) => name === file.name);
    if (record?.state === 'live' && isNamed) await db.files.put(file);
  });

/**
 * A file of a record: from this device, or fetched once with a ticket and kept here. What does not have the
 * digest that the manifest says is refused. Throws ApiError; a full disk only means that it is not kept.
 */
export const bringFile = async (shelf: Shelf, record: LocalRecord, name: string): Promise<Blob> => {
  const kept = await shelf.db.files.get([record.id, name]);
  if (kept) return kept.blob;
  const entry = record.files.find((file) => file.name === name);
  if (!entry) throw new ApiError('not-found', 404);
  const blob = await fetchFile(shelf, record, name);
  if ((await sha256(blob)) !== entry.sha256) throw new ApiError('digest-mismatch', 0);
  await keep(shelf, { ...entry, record: record.id, space: record.space, blob, sent: 1 }).catch(console.warn);
  return blob;
};
