import type { Id } from '../../contract/ids.ts';
import { isKind } from '../../contract/kinds/index.ts';
import type { LocalRecord } from '../../local/db.ts';
import { m } from '../../messages/paraglide/messages.js';
import { type Action, may } from '../../rules/capabilities.ts';
import { useApp } from '../app-context.ts';
import { useLive } from '../use-live.ts';
import { readEntry } from './entry.ts';

type Group = {
  nameOf: (person: Id) => string;
  /** Whether the person at this device may do something to a record: by the one table. */
  mayI: (action: Action, record: LocalRecord) => boolean;
};

/** The people of a space, as its roster names them, and what is open to me there. */
export const useGroup = (space: Id): Group => {
  const { db, me } = useApp();
  const held = useLive(async () => {
    const roster = readEntry('roster', await db.records.get(space));
    const role = (await db.spaces.get(space))?.role ?? 'member';
    return { names: new Map(roster?.body.people.map(({ id, name }) => [id, name])), role };
  }, [db, space]);
  return {
    nameOf: (person) => {
      const known = held?.names.get(person) ?? (person === me.id ? me.name : undefined);
      // Nobody is said to have left before the database has answered.
      return known ?? (held ? m.feed_former_member() : '');
    },
    mayI: (action, { kind, author }) =>
      held !== undefined && isKind(kind) && may(kind, action, held.role, author === me.id),
  };
};
