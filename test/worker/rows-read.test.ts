import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { newId } from '../../shared/contract/ids.ts';
import { changesSql } from '../../worker/store/changes-sql.ts';
import { deleteRecord } from '../../worker/store/delete-record.ts';
import { endMembership } from '../../worker/store/members.ts';
import { putRecord } from '../../worker/store/put-record.ts';
import { changes, clip, comment, made } from './say.ts';
import { seedClips, seedPerson } from './seed.ts';

/** What D1 itself says that the Worker's own query read. */
const rowsRead = async (space: string, person: string, after: number) => {
  const { results, meta } = await env.DB.prepare(changesSql).bind(space, person, after, 501).all();
  return { rows: meta.rows_read, results };
};

test.each([10, 100_000])(
  'among %i records, what changed is what is read, beside one’s membership',
  async (count) => {
    const ada = await seedPerson();
    await seedClips(ada.ownSpace, ada, count);
    // The second row is where the search in the index ends: D1 counts it, found or not.
    expect(await rowsRead(ada.ownSpace, ada.id, count)).toMatchObject({ rows: 2, results: [{ id: null }] });

    const ids: string[] = [];
    for (const changed of [1, 2, 3]) {
      ids.push((await made(ada, ada.ownSpace, clip())).id);
      const { rows, results } = await rowsRead(ada.ownSpace, ada.id, count);
      expect(results.map(({ id }) => id)).toEqual(ids);
      expect(rows).toBe(1 + changed);
    }
    expect((await changes(ada, ada.ownSpace, count)).records.map(({ id }) => id)).toEqual(ids);
  },
);

test('nobody else’s question reads a record', async () => {
  const [ada, olu] = [await seedPerson(), await seedPerson()];
  await seedClips(ada.ownSpace, ada, 100);
  expect(await rowsRead(ada.ownSpace, olu.id, 0)).toEqual({ rows: 0, results: [] });
});

/** Adds up what D1 says of each statement in a batch. */
const counting = () => {
  const count = { rows: 0 };
  const batch: D1Database['batch'] = async <T>(statements: D1PreparedStatement[]) => {
    const results = await env.DB.batch<T>(statements);
    for (const { meta } of results) count.rows += meta.rows_read;
    return results;
  };
  return { count, db: Object.assign(Object.create(env.DB), { prepare: env.DB.prepare.bind(env.DB), batch }) };
};

test('a put and a delete read no more in a large library than in a small one', async () => {
  const read: number[][] = [];
  for (const size of [10, 100_000]) {
    const ada = await seedPerson();
    await seedClips(ada.ownSpace, ada, size);
    // Half of it are comments on its first record.
    await env.DB.prepare("UPDATE records SET parent = space || '/1' WHERE space = ? AND seq % 2 = 0")
      .bind(ada.ownSpace)
      .run();
    const [id, parent] = [newId(), (await made(ada, ada.ownSpace, clip())).id];
    for (let index = 0; index < 3; index += 1) await made(ada, ada.ownSpace, comment(parent));
    const write = { id, space: ada.ownSpace, person: ada.id };
    const steps = [
      (db: D1Database) => putRecord(db, { ...clip(), ...write, kind: 'clip', version: 0 }, Date.now()),
      (db: D1Database) => putRecord(db, { ...clip(), ...write, kind: 'clip', version: 1 }, Date.now()),
      (db: D1Database) => deleteRecord(db, { ...write, id: parent }, Date.now()),
      (db: D1Database) => deleteRecord(db, write, Date.now()),
    ];
    const counts: number[] = [];
    for (const step of steps) {
      const { db, count } = counting();
      await step(db);
      counts.push(count.rows);
    }
    read.push(counts);
  }
  expect(read[1]).toEqual(read[0]);
});

test('a membership that is not there ends without a look at the library', async () => {
  const [ada, olu] = [await seedPerson(), await seedPerson()];
  await seedClips(ada.ownSpace, ada, 1_000);
  const { count, db } = counting();
  expect(await endMembership(db, ada.ownSpace, olu.id, olu.id, Date.now())).toBe('not-found');
  expect(count.rows).toBeLessThan(50);
});
