import { Me } from '../contract/people.ts';
import type { LocalDb } from './db.ts';
import { wipeAll } from './wipe.ts';

/** Who this database belongs to, as last heard; null when nobody has signed in. */
export const knownMe = async (db: LocalDb): Promise<Me | null> => {
  const parsed = Me.safeParse((await db.settings.get('me'))?.value);
  return parsed.success ? parsed.data : null;
};

/** To be said after every sign-in and every `me`: somebody else's things leave the device before anything else. */
export const rememberMe = async (db: LocalDb, me: Me): Promise<void> => {
  await db.transaction('rw', db.tables, async () => {
    const before = await knownMe(db);
    if (before?.id !== me.id) await wipeAll(db);
    await db.settings.put({ key: 'me', value: me });
  });
};
