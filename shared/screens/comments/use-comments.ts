import type { Id } from '../../contract/ids.ts';
import { useApp } from '../app-context.ts';
import { type Entry, readEntries } from '../library/entry.ts';
import { useLive } from '../use-live.ts';

/** Moments in their order, then what speaks of the whole; of one moment, the oldest first. */
const byMoment = (a: Entry<'comment'>, b: Entry<'comment'>): number => {
  const [first, second] = [a.body.atSeconds ?? Number.MAX_VALUE, b.body.atSeconds ?? Number.MAX_VALUE];
  return first - second || a.record.createdAt - b.record.createdAt;
};

/** The comments under a record; undefined until the database has answered. */
export const useComments = (parent: Id): Entry<'comment'>[] | undefined => {
  const { db } = useApp();
  return useLive(async () => {
    const records = await db.records.where('parent').equals(parent).toArray();
    return readEntries('comment', records).sort(byMoment);
  }, [db, parent]);
};
