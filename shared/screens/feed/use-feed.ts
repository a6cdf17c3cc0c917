import type { Id } from '../../contract/ids.ts';
import { useApp } from '../app-context.ts';
import { type Entry, readEntries } from '../library/entry.ts';
import { useLive } from '../use-live.ts';

export type FeedEntry = Entry<'demo'> & { comments: number };

/** The demos of a space, newest first, each with how many comments it has; undefined until the first answer. */
export const useFeed = (space: Id): FeedEntry[] | undefined => {
  const { db } = useApp();
  return useLive(async () => {
    const live = (kind: 'demo' | 'comment') =>
      db.records.where('[space+kind+state]').equals([space, kind, 'live']).toArray();
    const [demos, comments] = await Promise.all([live('demo'), live('comment')]);
    const byParent = Map.groupBy(comments, ({ parent }) => parent);
    return readEntries('demo', demos)
      .sort((a, b) => b.record.createdAt - a.record.createdAt)
      .map((demo) => ({ ...demo, comments: byParent.get(demo.record.id)?.length ?? 0 }));
  }, [db, space]);
};
