import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { changesSql } from '../../worker/store/changes-sql.ts';
import { changes, clip, made } from './say.ts';
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
