import { createClient } from '../../../shared/client/create-client.ts';
import { openLocalDb } from '../../../shared/local/db.ts';
import { startDelivering } from '../../delivery/start-delivering.ts';
import { answer, call } from '../../platform/calls.ts';

const connection = await call('whose', null);
if (connection) {
  const db = openLocalDb();
  const client = createClient(connection);
  const needs = { db, client, me: connection.me, network: window };
  const delivery = startDelivering(needs, (how) => call('delivered', how));
  answer({ hurry: delivery.hurry });
  await delivery.ended;
}
