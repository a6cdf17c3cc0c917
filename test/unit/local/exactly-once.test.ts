import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '../../../shared/contract/ids.ts';
import { anyActs } from '../../exactly-once/acts.ts';
import { play } from '../../exactly-once/play.ts';
import { createFakeWorker } from './fake-worker.ts';

test('whatever the network does, the Worker and every device end equal, nothing lost, nothing twice', async () => {
  await fc.assert(
    fc.asyncProperty(anyActs(3, 30), async (acts) => {
      const worker = createFakeWorker();
      const [ada, bea] = [worker.addPerson('Ada'), worker.addPerson('Bea')];
      const space = worker.addGroup('Tuesday review', ada, bea);
      const players = [ada, ada, bea].map((me) => ({ name: newId(), me, send: worker.sendAs(me) }));
      await play(players, space, acts);
      expect(new Set(worker.records.keys()).size).toBe(worker.records.size);
    }),
    { numRuns: 40 },
  );
}, 300_000);
