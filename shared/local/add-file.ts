import type { FileEntry } from '../contract/files.ts';
import type { Id } from '../contract/ids.ts';
import type { LocalDb } from './db.ts';
import { fileToKeep, keepFile, type NamedBlob } from './file-to-keep.ts';
import { LocalError, storing } from './local-error.ts';

/**
 * Keeps a file of a draft, as a segment that just closed, together with its outbox row. After a refusal it is
 * kept alone: the next save or retry of the record queues it. A `held` file stays here until the record goes live
 * and speaks of it; none is added after that.
 */
export const addFile = async (
  db: LocalDb,
  { space, record, held = false, ...named }: NamedBlob & { space: Id; record: Id; held?: boolean },
): Promise<FileEntry> => {
  const file = { ...(await fileToKeep(space, record, named)), ...(held && { held }) };
  const { name, bytes, sha256 } = file;
  await storing(() =>
    db.transaction('rw', [db.records, db.files, db.outbox], async () => {
      const owner = await db.records.get(record);
      if (!owner) throw new LocalError('not-found');
      if (await db.files.get([record, name])) return keepFile(db, file);
      // It came too late to be spoken of: it would be sent for nothing, and lie here for good.
      if (owner.state === 'live') throw new LocalError('not-live');
      await keepFile(db, file);
      if (owner.refusal || held) return;
      await db.outbox.add({ op: 'file', space, record, name, attempts: 0, notBeforeMs: 0 });
      await db.records.update(record, { waiting: 1 });
    }),
  );
  return { name, bytes, sha256 };
};
