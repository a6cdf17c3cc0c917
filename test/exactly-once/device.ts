import { createClient } from '../../shared/client/create-client.ts';
import type { Send } from '../../shared/client/session.ts';
import type { Me } from '../../shared/contract/people.ts';
import { type LocalDb, openLocalDb } from '../../shared/local/db.ts';
import { rememberMe } from '../../shared/local/known-me.ts';
import { createOutbox } from '../../shared/local/outbox.ts';
import { createSync } from '../../shared/local/sync.ts';
import { createNetwork, type Fate } from './network.ts';

/** One person's browser: a database that outlives its process, and a network of its own. */
export type Device = {
  readonly name: string;
  readonly me: Me;
  readonly db: LocalDb;
  /** Ends the process and starts a new one on the same database. */
  restart(): Promise<void>;
  /**
   * Pulls, sends and pulls; or does it all at once and in two tabs. A crash foretold among `fates` ends it, and
   * the device starts again.
   */
  sync(
    how?: 'in-turn' | 'at-once',
    fates?: readonly Fate[],
    meanwhile?: () => Promise<void>,
  ): Promise<{ left: number }>;
  arriveLate(): Promise<void>;
  close(): void;
};

export type Clock = { ms: number };

export const openDevice = async (name: string, me: Me, send: Send, clock: Clock): Promise<Device> => {
  const network = createNetwork(send);
  const client = createClient({ origin: '', token: 'a-token' }, network.send);
  const openTab = () => {
    const db = openLocalDb(name);
    const outbox = createOutbox({ db, client, now: () => clock.ms, random: () => 0.5 });
    const sync = createSync({ db, client });
    return {
      db,
      flush: outbox.flush,
      pull: () => sync.pull().catch(unlessApiError),
    };
  };
  let tabs = [openTab(), openTab()] as const;
  await rememberMe(tabs[0].db, me);
  const close = () => {
    for (const { db } of tabs) db.close();
  };

  const work = async (how: 'in-turn' | 'at-once'): Promise<{ left: number }> => {
    const [tab] = tabs;
    if (how === 'at-once') await inFull(tabs.flatMap(({ pull, flush }) => [flush(), pull(), pull()]));
    await tab.pull();
    const { left } = await tab.flush();
    await tab.pull();
    return { left };
  };

  return {
    name,
    me,
    get db() {
      return tabs[0].db;
    },
    async restart() {
      close();
      tabs = [openTab(), openTab()];
    },
    async sync(how = 'in-turn', fates = [], meanwhile) {
      let isCrashed = false;
      const crash = () => {
        isCrashed = true;
        close();
      };
      network.foretell(fates, { crash, ...(meanwhile && { meanwhile }) });
      try {
        return await work(how);
      } catch (error) {
        if (!isCrashed) throw error;
        return { left: Number.POSITIVE_INFINITY };
      } finally {
        network.foretell([], { crash });
        if (isCrashed) tabs = [openTab(), openTab()];
      }
    },
    arriveLate: network.arriveLate,
    close,
  };
};

/** As `Promise.all`, but nothing of it is still under way afterwards. */
const inFull = async (work: readonly Promise<unknown>[]): Promise<void> => {
  await Promise.allSettled(work);
  await Promise.all(work);
};

const unlessApiError = (error: unknown) => {
  if (!(error instanceof Error && error.name === 'ApiError')) throw error;
};
