import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { newId } from '../../../shared/contract/ids.ts';
import { addFile } from '../../../shared/local/add-file.ts';
import { saveRecord } from '../../../shared/local/save-record.ts';
import { storageRoom } from '../../../shared/local/storage-room.ts';
import { bodies, segmentNames } from '../../exactly-once/bodies.ts';
import { articleClip, linkClip, openKit } from './kit.ts';

/** Writes to this object store find no room, as a browser says it. */
const fillUp = (store: string) => {
  const add = IDBObjectStore.prototype.add;
  return vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
    this: IDBObjectStore,
    value,
    key,
  ) {
    if (this.name === store) throw new DOMException('No room', 'QuotaExceededError');
    return add.call(this, value, key);
  });
};

test('without room for a clip’s article nothing of it is written, and the error says so', async () => {
  const { db, ada, space } = await openKit();
  const full = fillUp('outbox');
  await expect(saveRecord(db, ada.id, articleClip(space, 'x'))).rejects.toMatchObject({
    code: 'storage-full',
  });
  full.mockRestore();
  const counts = [db.records, db.files, db.outbox].map((table) => table.count());
  expect(await Promise.all(counts)).toEqual([0, 0, 0]);
});

test('without room for a segment its row is not written either', async () => {
  const { db, ada, space } = await openKit();
  const id = newId();
  await saveRecord(db, ada.id, { id, space, kind: 'demo', state: 'draft', body: bodies.demoDraft('') });
  const full = fillUp('outbox');
  const segment = { space, record: id, name: segmentNames[0], blob: new Blob(['bytes']) };
  await expect(addFile(db, segment)).rejects.toMatchObject({ code: 'storage-full' });
  full.mockRestore();
  expect([await db.files.count(), await db.outbox.count()]).toEqual([0, 1]);
});

test('what goes live is no recording any more, in the same moment', async () => {
  const { db, ada, space } = await openKit();
  const id = newId();
  const named = { record: id, space, startedAt: 1, state: 'review' as const, title: '', strategy: '' };
  await saveRecord(db, ada.id, { id, space, kind: 'demo', state: 'draft', body: bodies.demoDraft('') });
  await db.recordings.put({ ...named, takes: [] });
  const files = segmentNames.map((name) => ({ name, blob: new Blob([name]) }));
  const live = {
    id,
    space,
    kind: 'demo' as const,
    state: 'live' as const,
    body: bodies.demo('A pause', segmentNames),
  };
  await expect(saveRecord(db, ada.id, live)).rejects.toMatchObject({ code: 'files-missing' });
  expect(await db.recordings.count()).toBe(1);
  await saveRecord(db, ada.id, { ...live, files });
  expect(await db.recordings.count()).toBe(0);
});

const refused = [
  ['a title of nothing but spaces', { title: '   ' }, 'bad-request', 'body.title'],
  ['an address that runs script', { url: 'javascript:alert(1)' }, 'bad-request', 'body.url'],
  ['a file that is not there', { lead: 'lead.jpg' }, 'files-missing', 'lead.jpg'],
] as const;

test.each(refused)('%s is refused before anything is written', async (_what, change, code, field) => {
  const { db, ada, space } = await openKit();
  const clip = linkClip(space, 'x');
  const save = saveRecord(db, ada.id, { ...clip, body: { ...clip.body, ...change } });
  await expect(save).rejects.toMatchObject({ code, field });
  expect(await db.records.count()).toBe(0);
});

test('a name that is taken keeps its bytes', async () => {
  const { db, ada, space } = await openKit();
  const clip = articleClip(space, 'x');
  await saveRecord(db, ada.id, clip);
  const other = [{ name: 'article.html', blob: new Blob(['<p>Other words.</p>']) }];
  await expect(saveRecord(db, ada.id, { ...clip, files: other })).rejects.toMatchObject({
    code: 'other-bytes',
  });
});

test('how much room there is, and whether the browser keeps what is here', async () => {
  vi.stubGlobal('navigator', {
    storage: { persist: async () => true, estimate: async () => ({ usage: 30, quota: 100 }) },
  });
  expect(await storageRoom()).toEqual({ usedBytes: 30, freeBytes: 70, isKept: true });
  vi.unstubAllGlobals();
});

test('how much room there is gets tried where the browser says ten gigabytes to everybody', async () => {
  const megabyte = 1024 * 1024;
  const left: string[] = [];
  const truncate = async (bytes: number) => {
    if (bytes > 30 * megabyte) throw new DOMException('no room', 'QuotaExceededError');
  };
  const folder = {
    getFileHandle: async (name: string) => {
      left.push(name);
      return { createWritable: async () => ({ truncate, abort: async () => undefined }) };
    },
    removeEntry: async (name: string) => void left.splice(left.indexOf(name), 1),
  };
  vi.stubGlobal('navigator', {
    storage: {
      persist: async () => false,
      estimate: async () => ({ usage: 0, quota: 10_000 * megabyte }),
      getDirectory: async () => folder,
    },
  });
  expect((await storageRoom()).freeBytes).toBe(25 * megabyte);
  expect(left).toEqual([]);
  vi.unstubAllGlobals();
});
