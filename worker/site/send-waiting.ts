import { ApiError } from '../../shared/client/api-error.ts';
import { createClient } from '../../shared/client/create-client.ts';
import { openLocalDb } from '../../shared/local/db.ts';
import { createOutbox } from '../../shared/local/outbox.ts';
import { createSync } from '../../shared/local/sync.ts';

/** A browser ends a service worker's event after some minutes; what is left then goes with the next one. */
const mostMs = 3 * 60_000;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * What the page's heartbeat does, without a page: the same outbox, which is sent by one at a time. Throws while
 * something is left, and then the browser asks again later.
 */
export const sendWaiting = async (): Promise<void> => {
  const db = openLocalDb();
  const client = createClient({ origin: '', token: null });
  const untilMs = Date.now() + mostMs;
  try {
    // First: where somebody else has signed in meanwhile, what waits is nobody's any more.
    await createSync({ db, client }).pull();
    const outbox = createOutbox({ db, client });
    for (;;) {
      const { left, nextAtMs, signedOut } = await outbox.flush();
      if (left === 0 || signedOut) return;
      if (nextAtMs === null || nextAtMs > untilMs) throw new Error(`${left} things could not be sent yet`);
      await sleep(Math.max(0, nextAtMs - Date.now()));
    }
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'not-signed-in')) throw error;
  } finally {
    db.close();
  }
};
