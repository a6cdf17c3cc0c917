import type { Id } from '../../contract/ids.ts';
import type { LocalDb } from '../../local/db.ts';

const key = 'last-group';

export const rememberGroup = async (db: LocalDb, group: Id): Promise<void> => {
  await db.settings.put({ key, value: group });
};

/** The group that was open last on this device; null when it never was one. */
export const lastGroup = async (db: LocalDb): Promise<unknown> => (await db.settings.get(key))?.value;
