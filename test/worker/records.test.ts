import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../shared/contract/ids.ts';
import { limits } from '../../shared/contract/limits.ts';
import { changes, clip, comment, demoDraft, errorOf, made, put, recordOf, remove } from './say.ts';
import { type Seeded, seedGroup, seedPerson } from './seed.ts';

let ada: Seeded;
let bea: Seeded;
let group: string;
beforeAll(async () => {
  [ada, bea] = [await seedPerson(), await seedPerson()];
  group = await seedGroup(ada, bea);
});

describe('a put', () => {
  test('creates a record under the next seq of its space', async () => {
    const before = (await changes(ada, group)).until;
    const answer = await put(bea, group, newId(), 0, clip());
    expect(answer.status).toBe(201);
    expect(answer.headers.get('ETag')).toBe('"1"');
    const record = await recordOf(answer);
    expect(record).toMatchObject({ space: group, kind: 'clip', author: bea.id, version: 1, state: 'live' });
    expect(record.seq).toBe(before + 1);
    expect((await changes(ada, group, before)).records).toEqual([record]);
  });

  test('said twice is one record and one answer', async () => {
    const id = newId();
    const first = await put(bea, group, id, 0, clip());
    const again = await put(bea, group, id, 0, clip());
    expect(again.status).toBe(first.status);
    expect(await recordOf(again)).toEqual(await recordOf(first));
  });

  test('changes a record that its sender has seen, once', async () => {
    const { id, seq } = await made(bea, group, clip());
    const changed = clip({ body: { why: 'For next week' } });
    const answer = await put(bea, group, id, 1, changed);
    const record = await recordOf(answer);
    expect(answer.status).toBe(200);
    expect(record).toMatchObject({ version: 2, body: { why: 'For next week' } });
    expect(record.seq).toBeGreaterThan(seq);
    const again = await put(bea, group, id, 1, changed);
    expect(again.status).toBe(200);
    expect(await recordOf(again)).toEqual(record);
  });

  test('of a version that is no longer there brings the current record', async () => {
    const { id } = await made(bea, group, clip());
    await put(bea, group, id, 1, clip({ body: { why: 'Second' } }));
    for (const version of [0, 1, 3]) {
      const answer = await put(bea, group, id, version, clip({ body: { why: 'Third' } }));
      expect(answer.status).toBe(412);
      expect(await errorOf(answer)).toMatchObject({
        code: 'stale',
        current: { id, version: 2, body: { why: 'Second' } },
      });
    }
  });

  test('of one record by many at once is taken from one of them', async () => {
    const { id } = await made(bea, group, clip());
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => put(bea, group, id, 1, clip({ body: { why: `${index}` } }))),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(7).fill(412)]);
  });

  test('of many records at once gives each a seq of its own', async () => {
    const before = (await changes(ada, group)).until;
    const records = await Promise.all(Array.from({ length: 12 }, () => made(bea, group, clip())));
    const seqs = records.map(({ seq }) => seq).toSorted((a, b) => a - b);
    expect(seqs).toEqual(Array.from({ length: 12 }, (_, index) => before + 1 + index));
  });
});

describe("somebody else's record", () => {
  test('cannot be changed or deleted, nor its id taken, by a member, a host or an outsider', async () => {
    const outsider = await seedPerson();
    const elsewhere = await seedGroup(outsider);
    const { id } = await made(bea, group, clip());
    expect((await put(ada, group, id, 1, clip())).status).toBe(404);
    expect((await put(ada, group, id, 0, clip())).status).toBe(404);
    expect((await put(outsider, elsewhere, id, 0, clip())).status).toBe(404);
    expect((await put(outsider, elsewhere, id, 1, clip())).status).toBe(404);
    expect((await put(outsider, group, id, 1, clip())).status).toBe(404);
    expect((await remove(ada, group, id)).status).toBe(404);
    expect((await remove(outsider, group, id)).status).toBe(404);
    expect((await remove(outsider, elsewhere, id)).status).toBe(404);
    const [record] = (await changes(ada, group)).records.filter((found) => found.id === id);
    expect(record).toMatchObject({ version: 1, state: 'live', author: bea.id });
  });

  test('is not there at all while it is a draft, nor when a draft was thrown away', async () => {
    const before = (await changes(ada, group)).until;
    const { id } = await made(bea, group, demoDraft());
    expect((await changes(bea, group, before)).records).toHaveLength(1);
    expect(await changes(ada, group, before)).toMatchObject({ records: [], until: before + 1 });
    for (const answer of [
      await put(ada, group, id, 1, demoDraft()),
      await remove(ada, group, id),
      await ada.send('POST', `/api/spaces/${group}/records/${id}/ticket`),
      await put(ada, group, newId(), 0, comment(id)),
    ]) {
      expect(answer.status).toBe(404);
    }
    await remove(bea, group, id);
    expect((await changes(ada, group, before)).records).toEqual([]);
    expect((await changes(bea, group, before)).records).toMatchObject([{ id, state: 'gone', body: null }]);
  });
});

describe('a deletion', () => {
  test('takes what hangs on the record along, each under a seq of its own, and says so again', async () => {
    const { id } = await made(bea, group, clip());
    const first = await made(ada, group, comment(id));
    const second = await made(ada, group, comment(first.id, 'An answer to that'));
    const other = await made(ada, group, clip());
    const before = (await changes(ada, group)).until;

    const answer = await remove(bea, group, id);
    expect(answer.status).toBe(200);
    const gone = await recordOf(answer);
    expect(gone).toMatchObject({ id, state: 'gone', version: 2, body: null, files: [] });

    const { records, until } = await changes(ada, group, before);
    expect(records.map((record) => record.id)).toEqual([id, first.id, second.id]);
    expect(records.every(({ state, body }) => state === 'gone' && body === null)).toBe(true);
    expect(until).toBe(before + 3);
    expect((await changes(ada, group)).records).toContainEqual(other);

    const again = await remove(bea, group, id);
    expect([again.status, await recordOf(again)]).toEqual([200, gone]);
    expect((await changes(ada, group)).until).toBe(until);
  });

  test('is for good: nothing is put in its place, and nothing hung on it', async () => {
    const { id } = await made(bea, group, clip());
    await remove(bea, group, id);
    for (const version of [0, 1, 2]) expect((await put(bea, group, id, version, clip())).status).toBe(404);
    expect((await put(ada, group, newId(), 0, comment(id))).status).toBe(404);
  });
});

describe('changes', () => {
  test('come in order, page by page, to whoever asks after the last seq', async () => {
    const space = await seedGroup(ada);
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.push((await made(ada, space, clip())).id);
    const pages = [
      await changes(ada, space, 0, 2),
      await changes(ada, space, 2, 2),
      await changes(ada, space, 4, 2),
    ];
    expect(pages.map(({ until, more }) => [until, more])).toEqual([
      [2, true],
      [4, true],
      [5, false],
    ]);
    expect(pages.flatMap(({ records }) => records.map(({ id }) => id))).toEqual(ids);
    expect(await changes(ada, space, 5)).toEqual({ records: [], until: 5, more: false });
  });

  test('come fewer at a time where they are large', async () => {
    const space = await seedGroup(ada);
    const count = 60;
    await env.DB.prepare(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?3)
       INSERT INTO records (id, space, kind, author, seq, version, state, body, files, digest, created_at, updated_at, live_at)
       SELECT ?1 || '/' || i, ?1, 'clip', ?2, i, 1, 'live', '{"why":"' || hex(zeroblob(?4)) || '"}', '[]', '', 0, 0, 0 FROM n`,
    )
      .bind(space, ada.id, count, limits.recordBytes / 2)
      .run();
    const first = await changes(ada, space);
    expect([first.records.length < count, first.more]).toEqual([true, true]);
    expect(JSON.stringify(first).length).toBeLessThan(limits.changesPageBytes * 1.1);
    const rest = await changes(ada, space, first.until);
    expect([first.records.length + rest.records.length, rest.until, rest.more]).toEqual([
      count,
      count,
      false,
    ]);
  });

  test.each(['after=x', 'after=-1', 'after=1.5', 'limit=0'])(
    'asked for with %s are refused',
    async (query) => {
      const answer = await ada.get(`/api/spaces/${group}/changes?${query}`);
      expect([answer.status, (await errorOf(answer)).field]).toEqual([400, query.split('=')[0]]);
    },
  );
});
