import type { Id } from '../../contract/ids.ts';
import type { Role, Roster } from '../../contract/kinds/roster.ts';
import { limits } from '../../contract/limits.ts';
import { parseBody } from '../../contract/parse-body.ts';
import { useApp } from '../app-context.ts';
import { useLive } from '../use-live.ts';

export type Person = Roster['people'][number];
type Held = { name: string; people: Person[]; role: Role; demoSeconds: number };

/** A group's name, those who are in it now, what I am in it and how long its demos may be; undefined until this device knows. */
export const useRoster = (space: Id): Held | undefined => {
  const { db } = useApp();
  return useLive(async () => {
    const held = await db.spaces.get(space);
    const record = await db.records.get(space);
    const roster = record?.kind === 'roster' ? parseBody('roster', 'live', record.body) : null;
    const { people, demoSeconds = limits.demoSeconds } = roster?.ok ? roster.value : { people: [] };
    return {
      name: held?.name ?? '',
      people: people.filter(({ left }) => !left),
      role: held?.role ?? 'member',
      demoSeconds,
    };
  }, [db, space]);
};
