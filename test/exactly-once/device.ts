import { createClient } from '../../shared/client/create-client.ts';
import type { Send } from '../../shared/client/session.ts';
import type { Me } from '../../shared/contract/people.ts';
import { type LocalDb, openLocalDb } from '../../shared/local/db.ts';
import { rememberMe } from '../../shared/local/known-me.ts';
import { createOutbox, type Outbox } from '../../shared/local/outbox.ts';
import { createSync, type Sync } from '../../shared/local/sync.ts';
import { createNetwork, type Fate } from './network.ts';

/** One person's browser: a database that outlives its process, and a network of its own. */
export type Device = {
  readonly name: string;
  readonly me: Me;
  readonly db: LocalDb;
  /** Ends the process and starts a new one on the same database. */
  restart(): Promise<void>;
  /** Pull, send, pull. A crash foretold among `fates` ends it, and the device starts again. */
  sync(fates?: readonly Fate[], meanwhile?: () => Promise<void>): Promise<{ left: number }>;
  arriveLate(): Promise<void>;
};

export type Clock = { ms: number };

export const openDevice = async (name: string, me: Me, send: Send, clock: Clock): Promise<Device> => {
  const network = createNetwork(send);
  const client = createClient({ origin: '', token: 'a-token' }, network.send);
  let db: LocalDb;
  let outbox: Outbox;
  let sync: Sync;
  const start = () => {
    db = openLocalDb(name);
    outbox = createOutbox({ db, client, now: () => clock.ms, random: () => 0.5 });
    sync = createSync({ db, client });
  };
  start();
  // biome-ignore lint/style/noNonNullAssertion: `start` has run
  await rememberMe(db!, me);

  const work = async (): Promise<{ left: number }> => {
    await sync.pull().catch(unlessApiError);
    const { left } = await outbox.flush();
    await sync.pull().catch(unlessApiError);
    return { left };
  };

  return {
    name,
    me,
    get db() {
      return db;
    },
    async restart() {
      db.close();
      start();
    },
    async sync(fates = [], meanwhile) {
      let isCrashed = false;
      const crash = () => {
        isCrashed = true;
        db.close();
      };
      network.foretell(fates, { crash, ...(meanwhile && { meanwhile }) });
      try {
        return await work();
      } catch (error) {
        if (!isCrashed) throw error;
        return { left: Number.POSITIVE_INFINITY };
      } finally {
        network.foretell([], { crash });
        if (isCrashed) start();
      }
    },
    arriveLate: network.arriveLate,
  };
};

const unlessApiError = (error: unknown) => {
  if (!(error instanceof Error && error.name === 'ApiError')) throw error;
};
