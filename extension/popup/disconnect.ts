import { ApiError } from '../../shared/client/api-error.ts';
import { createClient } from '../../shared/client/create-client.ts';
import { openLocalDb } from '../../shared/local/db.ts';
import { wipeAll } from '../../shared/local/wipe.ts';
import { call } from '../platform/calls.ts';
import { type Connection, forget } from '../platform/kept.ts';

/** How many records have something that was not sent yet. */
export const countWaiting = async (): Promise<number> => {
  const db = openLocalDb();
  try {
    return (await db.outbox.orderBy('record').uniqueKeys()).length;
  } finally {
    db.close();
  }
};

/**
 * Ends the connection at both ends, at this one first: a popup may be closed at any time. When the server cannot
 * be told, the token is known to nobody any more, and can be ended under My devices.
 */
export const disconnect = async (connection: Connection): Promise<void> => {
  await call('stop', null);
  const db = openLocalDb();
  await wipeAll(db);
  db.close();
  await forget(null);
  try {
    await createClient(connection).signOut(false);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    console.info('The server has not heard of it.', error);
  }
};
