import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '../../shared/contract/ids.ts';
import { emptyClosedSpace } from '../../worker/store/closing.ts';
import { fault } from './fault.ts';
import { makeGroup, makeMember, makeOperator, makeStranger, type Person, rosterOf } from './people.ts';

let host: Person;
beforeAll(async () => {
  host = await makeOperator();
});

test('making the same group again answers the same, and makes nothing', async () => {
  const make = { id: newId(), name: 'Tuesday review' };
  const answers = await Promise.all([1, 2, 3].map(() => host.post('/api/spaces', make)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 201]);
  for (const { json } of answers) {
    expect(json).toEqual({ space: { ...make, type: 'group', role: 'host', seq: 1 } });
  }
  expect(await rosterOf(host, make.id)).toMatchObject({ seq: 1, version: 1 });
});

test('an id that is taken by anything of somebody else’s is not to be found', async () => {
  const stranger = await makeStranger(host);
  const space = await makeGroup(host);
  const record = newId();
  await env.DB.prepare(
    "INSERT INTO records (id, space, kind, author, seq, version, state, files, digest, created_at, updated_at) VALUES (?, ?, 'clip', ?, 2, 1, 'live', '[]', '', 0, 0)",
  )
    .bind(record, space, host.me.id)
    .run();
  for (const id of [space, host.me.ownSpace, record]) {
    expect(await stranger.post('/api/spaces', { id, name: 'Tuesday review' })).toMatchObject(
      fault('not-found'),
    );
  }
  expect((await stranger.get('/api/spaces')).json.spaces).toHaveLength(2);
  expect((await rosterOf(host, space)).body.people).toHaveLength(1);
});

test('a member does not become host by making the group again', async () => {
  const space = await makeGroup(host);
  const member = await makeMember(host, space);
  expect(await member.post('/api/spaces', { id: space, name: 'Tuesday review' })).toMatchObject(
    fault('not-found'),
  );
});

test.each(['not-an-id', '0189E1F8-0000-7000-8000-000000000000', '00000000-0000-4000-8000-000000000000'])(
  'the id %s is refused',
  async (id) => {
    expect(await host.post('/api/spaces', { id, name: 'x' })).toMatchObject(
      fault('bad-request', { field: 'id' }),
    );
    expect(await host.delete(`/api/spaces/${id}`)).toMatchObject(fault('not-found'));
  },
);

test('a large group that was closed is emptied by the sweep, for as long as it takes', async () => {
  const space = await makeGroup(host);
  await env.DB.prepare(
    `INSERT INTO records (id, space, kind, author, seq, version, state, files, digest, created_at, updated_at)
     WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
     SELECT 'large-' || i, ?1, 'clip', '', i, 1, 'live', '[]', '', 0, 0 FROM n`,
  )
    .bind(space)
    .run();
  await host.delete(`/api/spaces/${space}`);
  const count = async () =>
    (
      await env.DB.prepare('SELECT count(*) AS n FROM records WHERE space = ?')
        .bind(space)
        .first<{ n: number }>()
    )?.n;
  expect(await count()).toBe(3_000);
  let rounds = 0;
  while (await emptyClosedSpace(env.DB)) rounds += 1;
  expect(await count()).toBe(0);
  expect(rounds).toBe(2);
});
