import type { Id } from '../../contract/ids.ts';
import type { Kind } from '../../contract/kinds/index.ts';
import { useApp } from '../app-context.ts';
import { useLive } from '../use-live.ts';
import { type Entry, readEntries, readEntry } from './entry.ts';

/** What is live of a kind in a space, newest first; undefined until the database has answered. */
export const useEntries = <K extends Kind>(kind: K, space: Id): Entry<K>[] | undefined => {
  const { db } = useApp();
  return useLive(async () => {
    const records = await db.records.where('[space+kind+state]').equals([space, kind, 'live']).toArray();
    return readEntries(kind, records).sort((a, b) => b.record.createdAt - a.record.createdAt);
  }, [db, kind, space]);
};

/** One of them; null when it is not there, or no longer. */
export const useEntry = <K extends Kind>(kind: K, space: Id, id: Id): Entry<K> | null | undefined => {
  const { db } = useApp();
  return useLive(async () => {
    const entry = readEntry(kind, await db.records.get(id));
    return entry?.record.space === space ? entry : null;
  }, [db, kind, space, id]);
};
