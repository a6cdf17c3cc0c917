import type { LocalDb, LocalSpace } from '../../local/db.ts';
import { getLocale } from '../../messages/paraglide/runtime.js';

/** The groups that this device knows of, by name. One's own space is not among them. */
export const groupsOf = async (db: LocalDb): Promise<LocalSpace[]> => {
  const spaces = await db.spaces.toArray();
  const byName = new Intl.Collator(getLocale(), { numeric: true }).compare;
  return spaces.filter(({ type }) => type === 'group').sort((a, b) => byName(a.name, b.name));
};
