import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../../shared/contract/ids.ts';
import { addFile } from '../../../shared/local/add-file.ts';
import { saveRecord } from '../../../shared/local/save-record.ts';
import { demo } from '../contract/bodies.ts';
import { openDeviceOf, openKit } from './kit.ts';

let kit: Awaited<ReturnType<typeof openKit>>;
let record: string;
const body = structuredClone(demo) as unknown as { takes: [{ video: object; audio: object }] };
const names = [
  't1-v-init.mp4',
  't1-v-0001.m4s',
  't1-v-0002.m4s',
  't1-a-init.mp4',
  't1-a-0001.m4s',
  't1-a-0002.m4s',
];
const sent = () => kit.worker.requests.flatMap((said) => /^PUT .*\/files\/(.+)$/.exec(said)?.[1] ?? []);
const poster = { name: 'poster-0123abcd.jpg', blob: new Blob(['a picture']) };
const hold = (name: string) =>
  addFile(kit.db, { space: kit.space, record, name, blob: new Blob([name]), held: true });

beforeEach(async () => {
  kit = await openKit();
  record = newId();
  const draft = { title: '', strategy: '' };
  await saveRecord(kit.db, kit.me.id, {
    id: record,
    space: kit.space,
    kind: 'demo',
    state: 'draft',
    body: draft,
  });
});

test('a held file is not sent with a draft, however often the draft is saved', async () => {
  await hold('t1-v-0001.m4s');
  await kit.outbox.flush();
  const draft = { title: 'Exit tickets', strategy: '' };
  await saveRecord(kit.db, kit.me.id, {
    id: record,
    space: kit.space,
    kind: 'demo',
    state: 'draft',
    body: draft,
  });
  await kit.outbox.flush();
  expect(sent()).toEqual([]);
  expect(await kit.db.outbox.count()).toBe(0);
});

test('held files are sent when the record goes live and speaks of them, and no others', async () => {
  for (const name of [...names, 't2-v-0001.m4s']) await hold(name);
  await saveRecord(kit.db, kit.me.id, { id: record, space: kit.space, kind: 'demo', state: 'live', body });
  await kit.outbox.flush();
  expect(sent().toSorted()).toEqual(names.toSorted());
  expect(await kit.db.files.where('record').equals(record).count()).toBe(0);
});

test('a file that is made when the record is live already is neither kept nor sent', async () => {
  for (const name of names) await hold(name);
  const live = { id: record, space: kit.space, kind: 'demo', state: 'live', body } as const;
  await saveRecord(kit.db, kit.me.id, live);
  await expect(hold('t1-clean-0001.m4s')).rejects.toMatchObject({ code: 'not-live' });
  await expect(addFile(kit.db, { space: kit.space, record, ...poster })).rejects.toMatchObject({
    code: 'not-live',
  });
  await kit.outbox.flush();
  expect(sent().sort()).toEqual([...names].sort());
  expect(await kit.db.files.count()).toBe(0);
});

test('what was cut leaves the device also where the answer was lost and the demo changed elsewhere since', async () => {
  let isLost = false;
  kit = await openKit((send) => async (address, init) => {
    const answer = await send(address, init);
    if (isLost && init.method === 'PUT' && address.endsWith(record)) throw new TypeError('fetch failed');
    return answer;
  });
  const demoOf = { id: record, space: kit.space, kind: 'demo' } as const;
  await saveRecord(kit.db, kit.me.id, { ...demoOf, state: 'draft', body: { title: '', strategy: '' } });
  for (const name of [...names, 't0-v-0001.m4s']) await hold(name);
  await kit.outbox.flush();
  isLost = true;
  await saveRecord(kit.db, kit.me.id, { ...demoOf, state: 'live', body });
  await kit.outbox.flush();
  isLost = false;
  expect(await kit.db.files.count()).toBe(names.length + 1);

  const phone = await openDeviceOf(kit.ada, kit.worker.sendAs(kit.ada));
  await phone.sync.pull();
  const other = { ...body, title: 'Exit tickets, again' };
  await saveRecord(phone.db, kit.me.id, { ...demoOf, state: 'live', body: other });
  await phone.outbox.flush();

  kit.clock.ms += 60_000;
  expect(await kit.outbox.flush()).toMatchObject({ left: 0 });
  expect(await kit.db.records.get(record)).toMatchObject({ body: other, version: 3, refusal: null });
  expect(await kit.db.files.count()).toBe(0);
});
