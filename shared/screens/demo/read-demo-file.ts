import { ApiError } from '../../client/api-error.ts';
import type { Client } from '../../client/create-client.ts';
import { mediaTypeOf } from '../../contract/files.ts';
import type { LocalDb, LocalRecord } from '../../local/db.ts';
import { sha256 } from '../../local/sha256.ts';
import type { ReadFile } from '../../recording/edit/open-track.ts';

type Options = { db: LocalDb; client: Client; signal: AbortSignal };

/**
 * The files of a demo, from this device where it has them, else from the Worker with one ticket for all of them.
 * They are not kept for it. Throws ApiError; what has not the digest of the manifest is refused.
 */
export const readDemoFiles = (
  { id, space, files }: LocalRecord,
  { db, client, signal }: Options,
): ReadFile => {
  let ticket: Promise<{ ticket: string }> | undefined;
  return async (name) => {
    const kept = await db.files.get([id, name]);
    if (kept) return kept.blob;
    signal.throwIfAborted();
    ticket ??= client.ticket(space, id);
    const address = client.fileUrl((await ticket).ticket, name);
    const response = await fetch(address, { signal }).catch((cause: unknown) => {
      throw new ApiError('offline', 0, {}, cause);
    });
    if (!response.ok) throw new ApiError('not-found', response.status);
    const blob = new Blob([await response.arrayBuffer()], { type: mediaTypeOf(name) });
    if ((await sha256(blob)) !== files.find((file) => file.name === name)?.sha256) {
      throw new ApiError('digest-mismatch', 0);
    }
    return blob;
  };
};
