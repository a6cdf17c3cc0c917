import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { test } from 'vitest';
import type { Send } from '../../shared/client/session.ts';
import { newId } from '../../shared/contract/ids.ts';
import { anyActs } from '../exactly-once/acts.ts';
import { play } from '../exactly-once/play.ts';
import { makeGroup, makeMember, makeOperator, type Person } from './people.ts';
import { ask, origin } from './worker.ts';

/** The page's own requests, with the cookie that the browser would add. */
const sendAs =
  (person: Person): Send =>
  (address, { method, headers, body }) => {
    const { authorization: _token, ...plain } = headers;
    return ask(address, { method, body, headers: { ...plain, cookie: person.cookie() ?? '', origin } });
  };

test('against the real Worker too, every play ends equal, nothing lost, nothing twice', async () => {
  const operator = await makeOperator();
  await fc.assert(
    fc.asyncProperty(anyActs(3, 20), async (acts) => {
      const space = await makeGroup(operator);
      const ada = await makeMember(operator, space, 'Ada');
      const bea = await makeMember(operator, space, 'Bea');
      const players = [ada, ada, bea].map((person) => ({
        name: newId(),
        me: person.me,
        send: sendAs(person),
      }));
      await play(players, space, acts);
    }),
    { numRuns: 8 },
  );
}, 300_000);
