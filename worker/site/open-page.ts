import { createClient } from '../../shared/client/create-client.ts';
import { openLocalDb } from '../../shared/local/db.ts';
import { createHeartbeat } from '../../shared/local/heartbeat.ts';
import { createOutbox } from '../../shared/local/outbox.ts';
import { createSync } from '../../shared/local/sync.ts';
import { sendWhenClosed } from './background-sync.ts';

/** Everything with a life of its own in the page, made once. */
export const openPage = () => {
  const db = openLocalDb();
  const client = createClient({ origin: '', token: null });
  const sync = createSync({ db, client });
  const outbox = createOutbox({ db, client });
  const heartbeat = createHeartbeat({ db, sync, outbox });
  return { db, client, sync, heartbeat, sendsWhenClosed: sendWhenClosed(db) };
};

export type OpenedPage = ReturnType<typeof openPage>;
