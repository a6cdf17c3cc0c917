import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { Id } from '../../shared/contract/ids.ts';
import { Me } from '../../shared/contract/people.ts';

/** To which Chalkloop, as whom. The token is sent to `origin` and to nobody else. */
export const Connection = z.object({ origin: z.string(), token: z.string(), me: Me });
export type Connection = z.infer<typeof Connection>;

export const Group = z.object({ id: Id, name: z.string() });
export type Group = z.infer<typeof Group>;

/**
 * The few things that the popup draws from, before any database is open. `groups` mirrors the local database;
 * `ended` is the origin that no longer knows this browser.
 */
export const Kept = z.object({
  connection: z.catch(z.nullable(Connection), null),
  groups: z.catch(z.array(Group), []),
  chosen: z.catch(z.nullable(Id), null),
  ended: z.catch(z.nullable(z.string()), null),
});
export type Kept = z.infer<typeof Kept>;

const empty: Kept = { connection: null, groups: [], chosen: null, ended: null };

export const readKept = async (): Promise<Kept> => Kept.parse(await browser.storage.local.get(empty));

export const keep = (changes: Partial<Kept>): Promise<void> => browser.storage.local.set(changes);

/** Leaves nothing of the connection here, but that it ended by itself. */
export const forget = async (ended: string | null): Promise<void> => {
  await browser.storage.local.clear();
  if (ended) await keep({ ended });
};

/** Hears every later change, whichever of our contexts made it. */
export const onKept = (listener: (kept: Kept) => void): (() => void) => {
  const changed = () => void readKept().then(listener);
  browser.storage.local.onChanged.addListener(changed);
  return () => browser.storage.local.onChanged.removeListener(changed);
};
