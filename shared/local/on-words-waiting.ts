import { liveQuery } from 'dexie';
import type { LocalDb } from './db.ts';

/**
 * Tells each time that the outbox begins to hold something besides bytes: a record, an edit, a deletion. Bytes alone
 * come every few seconds while a demo is recorded, and nobody waits for them yet.
 */
export const onWordsWaiting = (db: LocalDb, listener: () => void): void => {
  let wasWaiting = false;
  liveQuery(() => db.outbox.filter(({ op }) => op !== 'file').count()).subscribe((count) => {
    if (count > 0 && !wasWaiting) listener();
    wasWaiting = count > 0;
  });
};
