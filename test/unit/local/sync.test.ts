import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { newId } from '../../../shared/contract/ids.ts';
import { rememberMe } from '../../../shared/local/known-me.ts';
import { removeRecord } from '../../../shared/local/remove-record.ts';
import { saveRecord } from '../../../shared/local/save-record.ts';
import { createSync } from '../../../shared/local/sync.ts';
import { wipeAll } from '../../../shared/local/wipe.ts';
import { bodies } from '../../exactly-once/bodies.ts';
import { answering, articleClip, linkClip, noAnswer, openDeviceOf, openKit, refusing } from './kit.ts';

const openWithPeer = async () => {
  const net = answering();
  const kit = await openKit(net.through);
  const peer = await openDeviceOf(kit.bea, kit.worker.sendAs(kit.bea));
  await peer.sync.pull();
  const share = async (why: string, id = newId()) => {
    await saveRecord(peer.db, kit.bea.id, linkClip(kit.space, why, id));
    await peer.outbox.flush();
    return id;
  };
  return { ...kit, net, peer, share };
};

test('a pull brings page after page, and asks for nothing when nothing is new', async () => {
  const { db, sync, share, worker } = await openWithPeer();
  for (const why of ['1', '2', '3', '4', '5', '6', '7']) await share(why);
  worker.requests.length = 0;
  await sync.pull();
  expect(await db.records.count()).toBe(7);
  expect(worker.requests.filter((line) => line.includes('changes'))).toHaveLength(3);
  worker.requests.length = 0;
  await sync.pull();
  expect(worker.requests).toEqual(['GET /api/spaces']);
});

test('a pull that breaks off keeps what it had and goes on from there', async () => {
  const { db, sync, share, net, space } = await openWithPeer();
  for (const why of ['1', '2', '3', '4', '5']) await share(why);
  net.next(/after=3/, noAnswer);
  await expect(sync.pull()).rejects.toMatchObject({ code: 'offline' });
  expect([await db.records.count(), (await db.spaces.get(space))?.cursor]).toEqual([3, 3]);
  await sync.pull();
  expect(await db.records.count()).toBe(5);
});

test('what is gone leaves the device with its files and its comments', async () => {
  const { db, ada, bea, sync, peer, space, outbox } = await openWithPeer();
  const clip = articleClip(space, 'for a while');
  await saveRecord(peer.db, bea.id, clip);
  await peer.outbox.flush();
  await sync.pull();
  const comment = { id: newId(), space, kind: 'comment' as const, state: 'live' as const, parent: clip.id };
  await saveRecord(db, ada.id, { ...comment, body: bodies.comment('Mine') });
  await outbox.flush();
  await removeRecord(peer.db, clip.id);
  await peer.outbox.flush();
  await sync.pull();
  expect([await db.records.count(), await db.files.count()]).toEqual([0, 0]);
});

const unreadable = [
  [
    'a body with markup where an address belongs',
    { body: { ...bodies.link('x'), url: 'javascript:alert(1)' } },
  ],
  ['a body with a field nobody knows', { body: { ...bodies.link('x'), onload: 'alert(1)' } }],
  ['a body that is no object', { body: '<img src=x onerror=alert(1)>' }],
  ['a kind of later', { kind: 'hologram', body: { depth: 3 } }],
  ['an envelope of later', { state: 'archived' }],
] as const;

test.each(unreadable)('%s reaches no screen, and what comes after it does', async (_what, change) => {
  const { db, sync, share, worker } = await openWithPeer();
  const bad = await share('bad');
  const good = await share('good');
  const kept = worker.records.get(bad);
  if (kept) Object.assign(kept, change);
  await sync.pull();
  expect((await db.records.toArray()).map(({ id }) => id)).toEqual([good]);
});

test('what could not be read is asked for again when the program starts anew', async () => {
  const { db, client, sync, share, worker } = await openWithPeer();
  const id = await share('later');
  const kept = worker.records.get(id);
  if (kept) kept.kind = 'hologram';
  await sync.pull();
  if (kept) kept.kind = 'clip';
  await sync.pull();
  expect(await db.records.count()).toBe(0);
  await createSync({ db, client }).pull();
  expect(await db.records.get(id)).toMatchObject({ kind: 'clip' });
});

test('a group one was removed from is wiped: records, files, recordings, drafts and what waited', async () => {
  const { db, ada, sync, share, space, worker } = await openWithPeer();
  await share('theirs');
  await sync.pull();
  await saveRecord(db, ada.id, articleClip(space, 'mine, unsent'));
  await saveRecord(db, ada.id, articleClip(ada.ownSpace, 'my own'));
  const recording = {
    record: newId(),
    space,
    startedAt: 1,
    state: 'recording' as const,
    takes: [],
    title: '',
    strategy: '',
  };
  await db.recordings.put(recording);
  await db.drafts.bulkPut([
    { key: 'comment', space, value: 'half a thought' },
    { key: 'elsewhere', space: null, value: 'kept' },
  ]);
  worker.spaces.get(space)?.members.delete(ada.id);
  await sync.pull();
  const counts = [db.records, db.files, db.outbox, db.recordings, db.drafts].map((table) => table.count());
  expect(await Promise.all(counts)).toEqual([1, 1, 3, 0, 1]);
  expect(await db.spaces.get(space)).toBeUndefined();
});

const notAnswers = [
  ['no network', noAnswer],
  ['trouble', refusing(500, { code: 'server-trouble' })],
  ['a signed-out answer', refusing(401, { code: 'not-signed-in' })],
  ['a hotel’s page', () => new Response('<h1>Welcome</h1>')],
] as const;

test.each(notAnswers)('%s instead of the list of spaces wipes nothing', async (_what, answer) => {
  const { db, sync, share, net, space } = await openWithPeer();
  await share('stays');
  await sync.pull();
  net.next(/GET \/api\/spaces$/, answer);
  await expect(sync.pull()).rejects.toThrow();
  expect(await db.records.count()).toBe(1);
  expect(await db.spaces.get(space)).toBeDefined();
});

test('when somebody else signs in here, nothing of the one before is left', async () => {
  const { db, ada, bea, space } = await openWithPeer();
  await saveRecord(db, ada.id, articleClip(space, 'Ada’s'));
  await rememberMe(db, bea);
  for (const table of db.tables)
    expect(await table.count(), table.name).toBe(table.name === 'settings' ? 1 : 0);
});

test('another person’s cookie under this database wipes it rather than mixing the two', async () => {
  const { db, ada, bea, worker, space } = await openWithPeer();
  await saveRecord(db, ada.id, linkClip(space, 'Ada’s'));
  const { client } = await openDeviceOf(bea, worker.sendAs(bea));
  await createSync({ db, client }).pull();
  expect([await db.records.count(), await db.outbox.count()]).toEqual([0, 0]);
});

test('a wipe while a pull is on its way is not undone by its answer', async () => {
  const { db, sync, share, net, client, space } = await openWithPeer();
  await share('theirs');
  const page = await client.changes(space, 0);
  net.next(/changes/, async () => {
    await wipeAll(db);
    return Response.json(page);
  });
  await sync.pull();
  expect([await db.records.count(), await db.spaces.count()]).toEqual([0, 0]);
});

test('a file that a record does not name any more leaves the other devices', async () => {
  const kit = await openKit();
  const clip = articleClip(kit.space, 'for Tuesday');
  await saveRecord(kit.db, kit.ada.id, clip);
  await kit.outbox.flush();
  const phone = await openDeviceOf(kit.bea, kit.worker.sendAs(kit.bea));
  await phone.sync.pull();
  const [file] = await kit.db.files.toArray();
  if (!file) throw new Error('the article is here');
  await phone.db.files.add(file);
  await saveRecord(kit.db, kit.ada.id, { ...clip, body: { ...clip.body, why: 'for Friday' } });
  await kit.outbox.flush();
  await phone.sync.pull();
  expect(await phone.db.files.count()).toBe(1);

  await saveRecord(kit.db, kit.ada.id, linkClip(kit.space, 'for Friday', clip.id));
  await kit.outbox.flush();
  await phone.sync.pull();
  expect(await phone.db.records.get(clip.id)).toMatchObject({ files: [] });
  expect(await phone.db.files.count()).toBe(0);
});
