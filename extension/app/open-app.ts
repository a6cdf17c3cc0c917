import { createClient } from '../../shared/client/create-client.ts';
import { openLocalDb } from '../../shared/local/db.ts';
import { createHeartbeat } from '../../shared/local/heartbeat.ts';
import { rememberMe } from '../../shared/local/known-me.ts';
import { createOutbox } from '../../shared/local/outbox.ts';
import { createSync } from '../../shared/local/sync.ts';
import type { App } from '../../shared/screens/app-context.ts';
import { call } from '../platform/calls.ts';
import type { Connection } from '../platform/kept.ts';
import { openTab } from '../platform/tab.ts';

/** What the shared screens need, in a page of the extension; their other addresses lead to the connected page. */
export const openApp = (connection: Connection): { app: App; close: () => void } => {
  const db = openLocalDb();
  const client = createClient(connection);
  const sync = createSync({ db, client });
  const heartbeat = createHeartbeat({ db, sync, outbox: createOutbox({ db, client }) });
  const handOver = () => void call('deliver', null);

  let isClosed = false;
  rememberMe(db, connection.me).then(() => !isClosed && heartbeat.start(), console.warn);
  // The background ends a connection that the Worker no longer knows, for all pages alike.
  const unsubscribe = heartbeat.status.subscribe(({ signedOut }) => {
    if (signedOut) handOver();
  });
  // What was not sent yet goes on without this page.
  globalThis.addEventListener('pagehide', handOver);

  return {
    app: {
      db,
      client,
      me: connection.me,
      sync,
      heartbeat,
      // By the offscreen document.
      sendsWhenClosed: true,
      navigate: (path) => void openTab(`${connection.origin}${path}`),
    },
    close: () => {
      isClosed = true;
      unsubscribe();
      heartbeat.stop();
      globalThis.removeEventListener('pagehide', handOver);
    },
  };
};
