import type { Id } from '../contract/ids.ts';
import type { LocalDb } from './db.ts';

/** Leaves nothing of a space on this device: what was shared, recorded, typed, and what was still to be sent. */
export const wipeSpace = (db: LocalDb, space: Id): Promise<void> =>
  db.transaction('rw', db.tables, async () => {
    await Promise.all([
      db.spaces.delete(space),
      ...[db.records, db.files, db.outbox, db.recordings, db.drafts].map((table) =>
        table.where('space').equals(space).delete(),
      ),
    ]);
  });

/** Leaves nothing of a person on this device. */
export const wipeAll = (db: LocalDb): Promise<void> =>
  db.transaction('rw', db.tables, async () => {
    await Promise.all(db.tables.map((table) => table.clear()));
  });
