import { ApiError } from '../../shared/client/api-error.ts';
import type { Client } from '../../shared/client/create-client.ts';
import type { Me } from '../../shared/contract/people.ts';
import type { LocalDb } from '../../shared/local/db.ts';
import { rememberMe } from '../../shared/local/known-me.ts';
import { LocalError } from '../../shared/local/local-error.ts';
import { createOutbox } from '../../shared/local/outbox.ts';
import { createSync } from '../../shared/local/sync.ts';
import { wipeAll } from '../../shared/local/wipe.ts';
import { groupsOf } from '../../shared/screens/shell/groups-of.ts';
import type { Delivered } from '../platform/calls.ts';
import { createPause } from './create-pause.ts';

type Needs = {
  db: LocalDb;
  client: Client;
  me: Me;
  /** Tells when it is back: the window. */
  network: EventTarget;
};
/** `left` rows still wait; the next may be tried at `nextAtMs`. */
type Round = { left: number; nextAtMs: number | null; signedOut: boolean };

const retryMs = 15_000;

const sendAll = async ({ db, client }: Needs): Promise<Round> => {
  const sync = createSync({ db, client });
  const outbox = createOutbox({ db, client });
  try {
    const flushed = await outbox.flush();
    await sync.pull();
    return flushed;
  } catch (error) {
    // A full disk hears less; what is sent makes room on it.
    if (!(error instanceof ApiError || error instanceof LocalError)) throw error;
    const left = await db.outbox.count();
    return { left, nextAtMs: Date.now() + retryMs, signedOut: error.code === 'not-signed-in' };
  }
};

/**
 * Sends what waits and pulls what is new, until nothing waits or the Worker no longer knows this browser, and
 * tells after each round. Without a network it waits for one.
 */
export const startDelivering = (needs: Needs, tell: (how: Delivered) => Promise<unknown>) => {
  const { db, me, network } = needs;
  const pause = createPause(network);
  let hasFinished = false;

  const sendRound = async (): Promise<Round> => {
    const round = await sendAll(needs);
    if (round.signedOut) await wipeAll(db);
    hasFinished = round.signedOut || (round.left === 0 && !pause.isCutShort());
    const groups = (await groupsOf(db)).map(({ id, name }) => ({ id, name }));
    await tell({ groups, signedOut: round.signedOut, done: hasFinished });
    return round;
  };

  const run = async (): Promise<void> => {
    try {
      await rememberMe(db, me);
      while (!hasFinished) {
        const { nextAtMs } = await sendRound();
        if (!hasFinished) await pause.until(nextAtMs ?? Date.now() + retryMs);
      }
    } finally {
      hasFinished = true;
    }
  };

  return {
    ended: run(),
    /** There is more to send. False when it has finished already. */
    hurry: (): boolean => {
      pause.cutShort();
      return !hasFinished;
    },
  };
};
