import type { Id } from '../../contract/ids.ts';
import type { Role, Roster } from '../../contract/kinds/roster.ts';
import { parseBody } from '../../contract/parse-body.ts';
import { useApp } from '../app-context.ts';
import { useLive } from '../use-live.ts';

export type Person = Roster['people'][number];
type Held = { name: string; people: Person[]; role: Role };

/** A group's name, those who are in it now, and what I am in it; undefined until this device knows. */
export const useRoster = (space: Id): Held | undefined => {
  const { db } = useApp();
  return useLive(async () => {
    const held = await db.spaces.get(space);
    const record = await db.records.get(space);
    const roster = record?.kind === 'roster' ? parseBody('roster', 'live', record.body) : null;
    const people = roster?.ok ? roster.value.people.filter(({ left }) => !left) : [];
    return { name: held?.name ?? '', people, role: held?.role ?? 'member' };
  }, [db, space]);
};
