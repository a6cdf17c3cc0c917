import type { Client } from '../client/create-client.ts';
import type { SpaceSummary } from '../contract/people.ts';
import type { Changes } from '../contract/records.ts';
import { applyChange } from './apply-change.ts';
import type { LocalDb, LocalSpace } from './db.ts';
import { knownMe, rememberMe } from './known-me.ts';
import { storing } from './local-error.ts';
import { wipeAll, wipeSpace } from './wipe.ts';

export type Sync = { pull(signal?: AbortSignal): Promise<void> };

/** One page and its cursor together. Nothing is written when the space was wiped or moved on meanwhile. */
const applyPage = (db: LocalDb, space: SpaceSummary, after: number, page: Changes): Promise<boolean> =>
  db.transaction('rw', [db.spaces, db.records, db.files, db.outbox, db.recordings], async () => {
    const held = await db.spaces.get(space.id);
    if (held?.cursor !== after) return false;
    let { unreadSeq } = held;
    for (const record of page.records) {
      if (record.space !== space.id) continue;
      if (!(await applyChange(db, record))) unreadSeq ??= record.seq;
    }
    await db.spaces.update(space.id, { cursor: page.until, unreadSeq });
    return page.more && page.until > after;
  });

/**
 * Brings this device to where the Worker is: the spaces one is in, then each one's changes since. A space that
 * is not in the answer any more is wiped here; if even one's own is not, somebody else is signed in.
 */
export const createSync = ({ db, client }: { db: LocalDb; client: Client }): Sync => {
  let isFirst = true;

  const holdSpaces = (own: string, spaces: SpaceSummary[]): Promise<LocalSpace[]> =>
    db.transaction('rw', db.tables, async () => {
      if ((await knownMe(db))?.ownSpace !== own) return [];
      const now = new Map(spaces.map((space) => [space.id, space]));
      if (!now.has(own)) {
        await wipeAll(db);
        return [];
      }
      for (const held of await db.spaces.toArray()) if (!now.has(held.id)) await wipeSpace(db, held.id);
      const holding = await Promise.all(
        spaces.map(async ({ id, type, name, role }): Promise<LocalSpace> => {
          const { cursor = 0, unreadSeq = null } = (await db.spaces.get(id)) ?? {};
          // Code that starts anew may be newer, and able to read what it could not before.
          const isAgain = isFirst && unreadSeq !== null;
          return isAgain
            ? { id, type, name, role, cursor: Math.min(cursor, unreadSeq - 1), unreadSeq: null }
            : { id, type, name, role, cursor, unreadSeq };
        }),
      );
      await db.spaces.bulkPut(holding);
      return holding;
    });

  return {
    async pull(signal) {
      if (!(await knownMe(db))) await rememberMe(db, await client.me());
      const me = await knownMe(db);
      if (!me) return;
      const spaces = await client.spaces(signal);
      const holding = await storing(() => holdSpaces(me.ownSpace, spaces));
      isFirst = false;
      for (const space of spaces) {
        let after = holding.find(({ id }) => id === space.id)?.cursor ?? space.seq;
        while (after < space.seq) {
          const page = await client.changes(space.id, after, signal);
          const from = after;
          const isMore = await storing(() => applyPage(db, space, from, page));
          if (!isMore) break;
          after = page.until;
        }
      }
    },
  };
};
