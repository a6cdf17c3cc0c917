import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { newId } from '../../../shared/contract/ids.ts';
import { addFile } from '../../../shared/local/add-file.ts';
import { createOutbox } from '../../../shared/local/outbox.ts';
import { removeRecord } from '../../../shared/local/remove-record.ts';
import { saveRecord } from '../../../shared/local/save-record.ts';
import { bodies, labelOf, segmentNames } from '../../exactly-once/bodies.ts';
import { answering, articleClip, linkClip, noAnswer, openDeviceOf, openKit, refusing } from './kit.ts';

test('a clip with its article is said as a draft, its file, and then live', async () => {
  const { db, ada, space, outbox, worker } = await openKit();
  const clip = articleClip(space, 'Read this');
  await saveRecord(db, ada.id, clip);
  expect(await db.records.get(clip.id)).toMatchObject({ state: 'live', waiting: 1, version: 0 });

  expect(await outbox.flush()).toMatchObject({ sent: 3, left: 0, nextAtMs: null });
  const at = `/api/spaces/${space}/records/${clip.id}`;
  expect(worker.requests).toEqual([`PUT ${at}`, `PUT ${at}/files/article.html`, `PUT ${at}`]);
  expect(await db.records.get(clip.id)).toMatchObject({ state: 'live', waiting: 0, version: 2 });
});

test('a file that the Worker has is never sent again', async () => {
  const { db, ada, space, outbox, worker } = await openKit();
  const clip = articleClip(space, 'Read this');
  await saveRecord(db, ada.id, clip);
  await outbox.flush();
  worker.requests.length = 0;
  await saveRecord(db, ada.id, { ...clip, body: bodies.article('Read it twice') });
  await outbox.flush();
  expect(worker.requests).toEqual([`PUT /api/spaces/${space}/records/${clip.id}`]);
});

test('an edit made while its record is on the way goes after it', async () => {
  const net = answering();
  const { db, ada, space, outbox, worker } = await openKit(net.through);
  const clip = linkClip(space, 'first');
  await saveRecord(db, ada.id, clip);
  net.next(/PUT/, async () => {
    await saveRecord(db, ada.id, { ...clip, body: bodies.link('second') });
    return noAnswer();
  });
  await outbox.flush();
  expect(await db.outbox.count()).toBe(2);
  const later = createOutbox({
    db,
    client: (await openDeviceOf(ada, worker.sendAs(ada))).client,
    now: () => Date.now() + 60_000,
  });
  await later.flush();
  const kept = worker.records.get(clip.id);
  expect(kept && [labelOf(kept), kept.version]).toEqual(['second', 2]);
});

test('a record removed before it was ever sent leaves no trace', async () => {
  const { db, ada, space, outbox, worker } = await openKit();
  const clip = articleClip(space, 'A slip');
  await saveRecord(db, ada.id, clip);
  await removeRecord(db, clip.id);
  expect(await outbox.flush()).toMatchObject({ sent: 0, left: 0 });
  expect(worker.requests).toEqual([]);
  expect(await db.files.count()).toBe(0);
});

test('no network is no attempt: the pause stays short, however often', async () => {
  const net = answering();
  const { db, ada, space, outbox, clock } = await openKit(net.through);
  await saveRecord(db, ada.id, linkClip(space, 'later'));
  for (let time = 0; time < 20; time += 1) {
    net.next(/PUT/, noAnswer);
    const { nextAtMs, offline } = await outbox.flush();
    expect(offline).toBe(true);
    expect((nextAtMs ?? 0) - clock.ms).toBeLessThan(10_000);
    clock.ms = nextAtMs ?? 0;
  }
  expect(await outbox.flush()).toMatchObject({ sent: 1, left: 0 });
});

test('trouble on the Worker is tried again, later each time and five minutes at most', async () => {
  const net = answering();
  const { db, ada, space, outbox, clock } = await openKit(net.through);
  await saveRecord(db, ada.id, linkClip(space, 'later'));
  const pauses: number[] = [];
  for (let time = 0; time < 12; time += 1) {
    net.next(/PUT/, refusing(500, { code: 'server-trouble' }));
    const { nextAtMs } = await outbox.flush();
    pauses.push((nextAtMs ?? 0) - clock.ms);
    clock.ms = nextAtMs ?? 0;
  }
  expect(pauses.slice(0, 4)).toEqual([2_000, 4_000, 8_000, 16_000]);
  expect(pauses.at(-1)).toBe(300_000);
});

test('Retry-After is the least', async () => {
  const net = answering();
  const { db, ada, space, outbox, clock } = await openKit(net.through);
  await saveRecord(db, ada.id, linkClip(space, 'later'));
  net.next(/PUT/, refusing(429, { code: 'slow-down' }, { 'retry-after': '90' }));
  expect(await outbox.flush()).toMatchObject({ sent: 0, nextAtMs: clock.ms + 90_000 });
});

test('a record whose upload breaks off each time keeps no other one waiting', async () => {
  const net = answering();
  const { db, ada, space, outbox, worker } = await openKit(net.through);
  const [broken, fine] = [linkClip(space, 'broken'), linkClip(space, 'fine')];
  await saveRecord(db, ada.id, broken);
  await saveRecord(db, ada.id, fine);
  net.next(new RegExp(broken.id), noAnswer);
  await outbox.flush();
  expect([...worker.records.keys()]).toEqual([fine.id]);
});

test('signed out: nothing more is tried, and nothing is lost', async () => {
  const net = answering();
  const { db, ada, space, outbox } = await openKit(net.through);
  await saveRecord(db, ada.id, linkClip(space, 'one'));
  await saveRecord(db, ada.id, linkClip(space, 'two'));
  net.next(/PUT/, refusing(401, { code: 'not-signed-in' }));
  expect(await outbox.flush()).toMatchObject({ sent: 0, left: 2, signedOut: true });
});

test('a demo once live keeps its poster and lets its segments go', async () => {
  const { db, ada, space, outbox, worker } = await openKit();
  const id = newId();
  await saveRecord(db, ada.id, { id, space, kind: 'demo', state: 'draft', body: bodies.demoDraft('') });
  for (const name of segmentNames) await addFile(db, { space, record: id, name, blob: new Blob([name]) });
  await outbox.flush();
  expect(await db.files.count()).toBe(3);
  const body = { ...bodies.demo('Think aloud', segmentNames.slice(0, 2)), poster: 'poster.jpg' };
  const files = [{ name: 'poster.jpg', blob: new Blob(['a picture']) }];
  await saveRecord(db, ada.id, { id, space, kind: 'demo', state: 'live', body, files });
  await outbox.flush();
  expect(worker.records.get(id)?.files.map(({ name }) => name)).toEqual([
    ...segmentNames.slice(0, 2),
    'poster.jpg',
  ]);
  expect((await db.files.toArray()).map(({ name }) => name)).toEqual(['poster.jpg']);
});

test('files that the Worker has lost are sent again before the record', async () => {
  const net = answering();
  const { db, ada, space, outbox, worker } = await openKit(net.through);
  const clip = articleClip(space, 'Read this');
  await saveRecord(db, ada.id, clip);
  net.next(/files/, async () => Response.json({ name: 'article.html', bytes: 26, sha256: 'a'.repeat(64) }));
  expect(await outbox.flush()).toMatchObject({ left: 0 });
  expect(worker.records.get(clip.id)?.state).toBe('live');
});

test('two tabs that flush at once say each thing once', async () => {
  const { db, ada, space, outbox, client, worker } = await openKit();
  for (const why of ['one', 'two', 'three']) await saveRecord(db, ada.id, linkClip(space, why));
  const other = createOutbox({ db, client });
  await Promise.all([outbox.flush(), other.flush(), outbox.flush()]);
  expect(worker.requests).toHaveLength(3);
});

test('after weeks without a network what waits goes at once, and nothing that was confirmed goes again', async () => {
  const net = answering();
  const { db, ada, space, outbox, worker, clock } = await openKit(net.through);
  const id = newId();
  await saveRecord(db, ada.id, { id, space, kind: 'demo', state: 'draft', body: bodies.demoDraft('') });
  const [first, ...rest] = segmentNames;
  await addFile(db, { space, record: id, name: first, blob: new Blob([first]) });
  await outbox.flush();
  for (const name of rest) await addFile(db, { space, record: id, name, blob: new Blob([name]) });
  await saveRecord(db, ada.id, {
    ...{ id, space, kind: 'demo', state: 'live' },
    body: bodies.demo('Think aloud', segmentNames),
  });
  for (let day = 0; day < 40; day += 1) {
    net.next(/PUT/, noAnswer);
    expect(await outbox.flush()).toMatchObject({ offline: true, left: 3 });
    clock.ms += 24 * 60 * 60_000;
  }
  worker.requests.length = 0;
  expect(await outbox.flush()).toMatchObject({ left: 0, offline: false });
  const sent = worker.requests.map((request) => request.split('/').at(-1));
  expect(sent).toEqual([...rest, id]);
  expect(worker.records.get(id)?.state).toBe('live');
});
