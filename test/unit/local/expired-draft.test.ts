import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { addFile } from '../../../shared/local/add-file.ts';
import { draftBody } from '../../../shared/local/draft-body.ts';
import { removeRecord } from '../../../shared/local/remove-record.ts';
import { saveRecord } from '../../../shared/local/save-record.ts';
import { articleClip, openKit } from './kit.ts';

type Kit = Awaited<ReturnType<typeof openKit>>;

const draftOf = async ({ db, ada, space, outbox }: Kit) => {
  const clip = articleClip(space, 'for Tuesday');
  await saveRecord(db, ada.id, { ...clip, state: 'draft', body: draftBody('clip', clip.body) });
  await outbox.flush();
  return clip;
};

/** What the sweep does with a draft that nobody touched for thirty days. */
const letGo = ({ worker }: Kit, id: string) => {
  worker.records.delete(id);
  for (const key of [...worker.files.keys()]) if (key.startsWith(id)) worker.files.delete(key);
};

test('a draft that the Worker let go of is published all the same, with every byte', async () => {
  const kit = await openKit();
  const clip = await draftOf(kit);
  letGo(kit, clip.id);
  await saveRecord(kit.db, kit.ada.id, clip);
  expect(await kit.outbox.flush()).toMatchObject({ left: 0 });
  expect(kit.worker.records.get(clip.id)).toMatchObject({ state: 'live', author: kit.ada.id });
  expect(kit.worker.files.has(`${clip.id}/article.html`)).toBe(true);
  expect(await kit.db.records.get(clip.id)).toMatchObject({ waiting: 0, refusal: null });
});

test('so does one that goes on growing', async () => {
  const kit = await openKit();
  const clip = await draftOf(kit);
  letGo(kit, clip.id);
  const more = { name: 'picture.jpg', blob: new Blob(['a picture']) };
  await addFile(kit.db, { space: kit.space, record: clip.id, ...more });
  expect(await kit.outbox.flush()).toMatchObject({ left: 0 });
  expect([...kit.worker.files.keys()].sort()).toEqual([`${clip.id}/article.html`, `${clip.id}/picture.jpg`]);
});

test('what was deleted on another device does not come back', async () => {
  const kit = await openKit();
  const clip = await draftOf(kit);
  await kit.client.deleteRecord(kit.space, clip.id);
  await saveRecord(kit.db, kit.ada.id, clip);
  expect(await kit.outbox.flush()).toMatchObject({ left: 0 });
  expect(kit.worker.records.get(clip.id)).toMatchObject({ state: 'gone' });
  expect(await kit.db.records.get(clip.id)).toMatchObject({ refusal: { code: 'not-found' } });
});

test('a draft that the Worker let go of can be discarded', async () => {
  const kit = await openKit();
  const clip = await draftOf(kit);
  letGo(kit, clip.id);
  await removeRecord(kit.db, clip.id);
  expect(await kit.outbox.flush()).toMatchObject({ left: 0 });
  expect(kit.worker.records.has(clip.id)).toBe(false);
});

test('a record of a space that one is not in any more is refused, and not asked for again and again', async () => {
  const kit = await openKit();
  const clip = await draftOf(kit);
  kit.worker.spaces.get(kit.space)?.members.delete(kit.ada.id);
  await saveRecord(kit.db, kit.ada.id, clip);
  kit.worker.requests.length = 0;
  expect(await kit.outbox.flush()).toMatchObject({ left: 0 });
  expect(kit.worker.requests.length).toBeLessThan(4);
});
