import type { Id } from '../../contract/ids.ts';
import { limits } from '../../contract/limits.ts';
import type { LocalDb } from '../../local/db.ts';
import { useApp } from '../app-context.ts';
import { useLive } from '../use-live.ts';
import { readEntry } from './entry.ts';

/** How long a demo may be in this group, in seconds: as its roster says. */
export const demoSecondsOf = async (db: LocalDb, space: Id): Promise<number> => {
  const roster = readEntry('roster', await db.records.get(space));
  return roster?.body.demoSeconds ?? limits.demoSeconds;
};

/** Undefined until this device has looked. */
export const useDemoSeconds = (space: Id): number | undefined => {
  const { db } = useApp();
  return useLive(() => demoSecondsOf(db, space), [db, space]);
};
