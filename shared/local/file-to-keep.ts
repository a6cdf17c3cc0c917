import { FileName } from '../contract/files.ts';
import type { Id } from '../contract/ids.ts';
import { limits } from '../contract/limits.ts';
import type { LocalDb, LocalFile } from './db.ts';
import { LocalError } from './local-error.ts';
import { sha256 } from './sha256.ts';

export type NamedBlob = { name: string; blob: Blob };

/** Hashes before any transaction: awaiting anything but IndexedDB inside one would end it. */
export const fileToKeep = async (space: Id, record: Id, { name, blob }: NamedBlob): Promise<LocalFile> => {
  if (!FileName.safeParse(name).success || blob.size === 0)
    throw new LocalError('bad-request', { field: name });
  const most = name.endsWith('.html') ? limits.articleBytes : limits.fileBytes;
  if (blob.size > most) throw new LocalError('too-large', { field: name });
  return { record, space, name, bytes: blob.size, sha256: await sha256(blob), blob, sent: 0 };
};

/** Files are immutable: the same bytes again change nothing, other bytes need another name. */
export const keepFile = async (db: LocalDb, file: LocalFile): Promise<void> => {
  const before = await db.files.get([file.record, file.name]);
  if (before && before.sha256 !== file.sha256) throw new LocalError('other-bytes', { field: file.name });
  if (!before) await db.files.add(file);
};
