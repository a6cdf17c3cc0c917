import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { startDelivering } from '../../../extension/delivery/start-delivering.ts';
import type { Delivered } from '../../../extension/platform/calls.ts';
import { saveRecord } from '../../../shared/local/save-record.ts';
import { answering, articleClip, linkClip, noAnswer, openKit, refusing } from '../local/kit.ts';

type Kit = Awaited<ReturnType<typeof openKit>>;

/** One run, with what it told; `onTold` may do something between two rounds. */
const deliver = ({ db, client, ada }: Kit, onTold: (how: Delivered) => unknown = () => undefined) => {
  const network = new EventTarget();
  const told: Delivered[] = [];
  const delivery = startDelivering({ db, client, me: ada, network }, async (how) => {
    told.push(how);
    await onTold(how);
  });
  return { ...delivery, told, network };
};

test('what waits is sent, and the groups are told', async () => {
  const kit = await openKit();
  const clip = articleClip(kit.space, 'Read this');
  await saveRecord(kit.db, kit.ada.id, clip);
  const { ended, told } = deliver(kit);
  await ended;
  expect(kit.worker.records.get(clip.id)?.state).toBe('live');
  expect(told).toEqual([
    { groups: [{ id: kit.space, name: 'Tuesday review' }], signedOut: false, done: true },
  ]);
});

test('without a network it stays, and goes on when the network is back', async () => {
  const net = answering();
  const kit = await openKit(net.through);
  const clip = linkClip(kit.space, 'Read this');
  await saveRecord(kit.db, kit.ada.id, clip);
  net.next(/PUT/, noAnswer);
  net.next(/GET/, noAnswer);
  const { ended, told, network } = deliver(kit, async ({ done }) => {
    if (done) return;
    await kit.db.outbox.toCollection().modify({ notBeforeMs: 0 });
    network.dispatchEvent(new Event('online'));
  });
  await ended;
  expect(told.map(({ done }) => done)).toEqual([false, true]);
  expect(kit.worker.records.get(clip.id)?.state).toBe('live');
});

test('what is saved while it sends is sent too', async () => {
  const net = answering();
  const kit = await openKit(net.through);
  const late = linkClip(kit.space, 'And this');
  await saveRecord(kit.db, kit.ada.id, linkClip(kit.space, 'Read this'));
  let hurried: boolean | null = null;
  net.next(/GET .*spaces/, async () => {
    await saveRecord(kit.db, kit.ada.id, late);
    hurried = run.hurry();
    return noAnswer();
  });
  const run = deliver(kit);
  await run.ended;
  expect(hurried).toBe(true);
  expect(kit.worker.records.get(late.id)?.state).toBe('live');
});

test('once it has finished it takes nothing more, so that another one is started', async () => {
  const kit = await openKit();
  const { ended, hurry } = deliver(kit);
  await ended;
  expect(hurry()).toBe(false);
});

test('a browser that the Worker no longer knows keeps nothing', async () => {
  const net = answering();
  const kit = await openKit(net.through);
  await saveRecord(kit.db, kit.ada.id, linkClip(kit.space, 'Read this'));
  net.next(/PUT/, refusing(401, { code: 'not-signed-in' }));
  net.next(/GET/, refusing(401, { code: 'not-signed-in' }));
  const { ended, told } = deliver(kit);
  await ended;
  expect(told).toEqual([{ groups: [], signedOut: true, done: true }]);
  const counts = await Promise.all(kit.db.tables.map((table) => table.count()));
  expect(counts.every((count) => count === 0)).toBe(true);
});
