import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { discardRefused, retryRefused } from '../../../shared/local/refused.ts';
import { removeRecord } from '../../../shared/local/remove-record.ts';
import { saveRecord } from '../../../shared/local/save-record.ts';
import { bodies, labelOf } from '../../exactly-once/bodies.ts';
import { answering, articleClip, linkClip, openDeviceOf, openKit, refusing } from './kit.ts';

const forGood = [
  [400, { code: 'bad-request', field: 'body.title' }],
  [403, { code: 'not-allowed' }],
  [404, { code: 'not-found' }],
  [409, { code: 'too-many' }],
  [413, { code: 'too-large' }],
] as const;

test.each(forGood)(
  'after a %i the words stay here with the reason, and others go on',
  async (status, error) => {
    const net = answering();
    const { db, ada, space, outbox, worker } = await openKit(net.through);
    const [bad, good] = [linkClip(space, 'my words'), linkClip(space, 'other words')];
    await saveRecord(db, ada.id, bad);
    await saveRecord(db, ada.id, good);
    net.next(new RegExp(bad.id), refusing(status, error));
    expect(await outbox.flush()).toMatchObject({ left: 0 });
    const kept = await db.records.get(bad.id);
    expect(kept).toMatchObject({ waiting: 0, refusal: { code: error.code } });
    expect(kept && labelOf(kept)).toBe('my words');
    expect(worker.records.has(good.id)).toBe(true);

    await retryRefused(db, bad.id);
    await outbox.flush();
    expect(worker.records.has(bad.id)).toBe(true);
    expect(await db.records.get(bad.id)).toMatchObject({ waiting: 0, refusal: null });
  },
);

test('a refused file refuses its record, by the file’s name', async () => {
  const net = answering();
  const { db, ada, space, outbox } = await openKit(net.through);
  const clip = articleClip(space, 'my words');
  await saveRecord(db, ada.id, clip);
  net.next(/files/, refusing(400, { code: 'unsafe-markup' }));
  await outbox.flush();
  expect(await db.records.get(clip.id)).toMatchObject({
    refusal: { code: 'unsafe-markup', field: 'article.html' },
  });
  expect(await db.files.count()).toBe(1);
});

test('what is refused of a changed record can be given up for what the Worker has', async () => {
  const net = answering();
  const { db, ada, space, outbox, sync } = await openKit(net.through);
  const clip = linkClip(space, 'accepted');
  await saveRecord(db, ada.id, clip);
  await outbox.flush();
  await sync.pull();
  await saveRecord(db, ada.id, { ...clip, body: bodies.link('refused') });
  net.next(/PUT/, refusing(400, { code: 'bad-request' }));
  await outbox.flush();
  await discardRefused(db, clip.id);
  await sync.pull();
  const shown = await db.records.get(clip.id);
  expect(shown && [labelOf(shown), shown.refusal]).toEqual(['accepted', null]);
});

test('an edit made after the one that is refused gets its own chance', async () => {
  const net = answering();
  const { db, ada, space, outbox, worker } = await openKit(net.through);
  const clip = linkClip(space, 'too long');
  await saveRecord(db, ada.id, clip);
  net.next(/PUT/, async () => {
    await saveRecord(db, ada.id, { ...clip, body: bodies.link('short') });
    return refusing(400, { code: 'bad-request' })();
  });
  await outbox.flush();
  expect(await db.records.get(clip.id)).toMatchObject({ refusal: null, waiting: 0 });
  expect(worker.records.get(clip.id)?.body).toMatchObject({ why: 'short' });
});

test('when another device took the record away, words that wait here are kept', async () => {
  const { db, ada, space, outbox, sync, worker } = await openKit();
  const clip = linkClip(space, 'as made');
  await saveRecord(db, ada.id, clip);
  await outbox.flush();
  const phone = await openDeviceOf(ada, worker.sendAs(ada));
  await phone.sync.pull();
  await removeRecord(phone.db, clip.id);
  await phone.outbox.flush();

  await saveRecord(db, ada.id, { ...clip, body: bodies.link('typed for ten minutes') });
  await sync.pull();
  const kept = await db.records.get(clip.id);
  expect(kept).toMatchObject({ refusal: { code: 'not-found' }, waiting: 0 });
  expect(kept && labelOf(kept)).toBe('typed for ten minutes');
  expect(await db.outbox.count()).toBe(0);
});

test('what may not be deleted comes back', async () => {
  const net = answering();
  const { db, ada, space, outbox, sync } = await openKit(net.through);
  const clip = linkClip(space, 'stays');
  await saveRecord(db, ada.id, clip);
  await outbox.flush();
  await sync.pull();
  await removeRecord(db, clip.id);
  net.next(/DELETE/, refusing(403, { code: 'not-allowed' }));
  await outbox.flush();
  await sync.pull();
  expect(await db.records.get(clip.id)).toMatchObject({ state: 'live' });
});
