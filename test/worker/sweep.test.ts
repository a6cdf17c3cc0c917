import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { newId } from '../../shared/contract/ids.ts';
import worker from '../../worker/index.ts';
import { sweep } from '../../worker/jobs/sweep.ts';
import { insert } from './insert.ts';
import { publishDemo, remove } from './say.ts';
import { deviceRow, seedPerson } from './seed.ts';

const dayMs = 86_400_000;
const count = async (table: string, column: string, value: string) =>
  (
    await env.DB.prepare(`SELECT count(*) AS n FROM ${table} WHERE ${column} = ?`)
      .bind(value)
      .first<{ n: number }>()
  )?.n;

test('the cron sweeps', async () => {
  const ada = await seedPerson();
  const { id } = await publishDemo(ada, ada.ownSpace);
  await remove(ada, ada.ownSpace, id);
  await worker.scheduled(createScheduledController(), env);
  expect((await env.FILES.list({ prefix: `spaces/${ada.ownSpace}/` })).objects).toEqual([]);
});

test('what has ended is remembered for a while, then forgotten', async () => {
  const mark = newId();
  const now = Date.now();
  const rows = async (expires_at: number) => [
    insert('ceremonies', { id: newId(), purpose: mark, challenge: '', detail: '{}', expires_at }),
    insert('codes', { hash: newId(), purpose: mark, created_at: 0, expires_at }),
    insert('invites', {
      code_hash: newId(),
      id: newId(),
      space: mark,
      made_by: '',
      uses_left: 1,
      created_at: 0,
      expires_at,
    }),
    insert('attempts', { caller: mark, at: expires_at }),
    await deviceRow(newId(), mark, newId(), expires_at),
  ];
  for (const days of [-31, -2, 2]) await env.DB.batch(await rows(now + days * dayMs));
  await sweep(env, now);
  expect({
    ceremonies: await count('ceremonies', 'purpose', mark),
    codes: await count('codes', 'purpose', mark),
    invites: await count('invites', 'space', mark),
    attempts: await count('attempts', 'caller', mark),
    devices: await count('devices', 'person', mark),
  }).toEqual({ ceremonies: 1, codes: 2, invites: 2, attempts: 1, devices: 2 });
});

test('more doomed files than one round deletes all go', async () => {
  const ada = await seedPerson();
  const record = newId();
  await env.DB.prepare(
    `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 2500)
     INSERT INTO files SELECT ?1, ?2, 'x-' || n || '.m4s', '', 1, 'doomed', iif(n % 2, 0, ?3) FROM numbers`,
  )
    .bind(ada.ownSpace, record, Date.now())
    .run();
  const last = `spaces/${ada.ownSpace}/${record}/x-998.m4s`;
  await env.FILES.put(last, 'x');
  await sweep(env, Date.now());
  expect(await env.FILES.head(last)).toBeNull();
  expect(await count('files', 'record', record)).toBe(1250);
  await sweep(env, Date.now() + dayMs);
  expect(await count('files', 'record', record)).toBe(0);
});
