import { ApiError } from '../client/api-error.ts';
import type { Client } from '../client/create-client.ts';
import type { LocalDb } from './db.ts';
import { headRows } from './next-row.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { sendRow } from './send-row.ts';
import { settleFailure, type Verdict } from './settle-failure.ts';

/** `left` rows are still to be said, the next of them at `nextAtMs` (null: none). */
export type Flushed = {
  sent: number;
  left: number;
  nextAtMs: number | null;
  offline: boolean;
  signedOut: boolean;
};

export type Outbox = { flush(signal?: AbortSignal): Promise<Flushed> };

type Needs = { db: LocalDb; client: Client; now?: () => number; random?: () => number };

/**
 * Says to the Worker, one thing after another, what waits here. Only an answer takes a row away, so a crash
 * anywhere ends in a repeat, and the Worker answers a repeat the same. Aborting is no error: what was heard
 * until then stays heard.
 */
export const createOutbox = ({ db, client, now = Date.now, random = Math.random }: Needs): Outbox => {
  const run = async (signal?: AbortSignal): Promise<Flushed> => {
    let sent = 0;
    let unanswered = 0;
    let verdict: Verdict = 'go-on';
    while (!signal?.aborted) {
      const row = (await headRows(db)).find(({ notBeforeMs }) => notBeforeMs <= now());
      if (!row) break;
      try {
        await sendRow({ db, client, signal }, row);
        sent += 1;
        unanswered = 0;
      } catch (error) {
        if (signal?.aborted) break;
        if (!(error instanceof ApiError)) throw error;
        verdict = await settleFailure(db, { now, random }, row, error);
        unanswered = verdict === 'offline' ? unanswered + 1 : 0;
        // One record may be cut off each time (a large file behind a proxy); two in a row are the network.
        if (verdict === 'signed-out' || verdict === 'slow-down' || unanswered === 2) break;
      }
    }
    const heads = await headRows(db);
    return {
      sent,
      left: await db.outbox.count(),
      nextAtMs: heads.length ? Math.min(...heads.map(({ notBeforeMs }) => notBeforeMs)) : null,
      offline: unanswered > 0,
      signedOut: verdict === 'signed-out',
    };
  };
  return { flush: (signal) => oneAtATime(`chalkloop-outbox:${db.name}`, () => run(signal)) };
};
