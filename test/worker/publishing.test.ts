import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { limits } from '../../shared/contract/limits.ts';
import { sweep } from '../../worker/jobs/sweep.ts';
import { keysOf, rowsOf } from './kept.ts';
import {
  bytesOf,
  demo,
  demoDraft,
  demoFiles,
  entryOf,
  errorOf,
  made,
  publishDemo,
  put,
  putFile,
  recordOf,
  remove,
  sendFiles,
} from './say.ts';
import { type Seeded, seedGroup, seedPerson } from './seed.ts';

let bea: Seeded;
let group: string;
beforeAll(async () => {
  bea = await seedPerson();
  group = await seedGroup(bea);
});

const minuteMs = 60_000;
const draft = async () => (await made(bea, group, demoDraft())).id;
const segment = { name: 't1-v-0001.m4s', bytes: bytesOf('frames') };

describe('publishing', () => {
  test('waits for every file of the manifest, with its very bytes', async () => {
    const id = await draft();
    const files = await sendFiles(bea, group, id, demoFiles.slice(1));
    const init = await entryOf('t1-v-init.mp4', bytesOf('init'));
    const all = [init, ...files];
    const missing = await put(bea, group, id, 1, demo(all));
    expect(await errorOf(missing)).toEqual({ code: 'files-missing', names: ['t1-v-init.mp4'] });
    await putFile(bea, group, id, { name: init.name, bytes: bytesOf('init') });
    for (const other of [{ bytes: 5 }, { sha256: '0'.repeat(64) }]) {
      const wrong = await put(bea, group, id, 1, demo([{ ...init, ...other }, ...files]));
      expect(await errorOf(wrong)).toEqual({ code: 'files-missing', names: ['t1-v-init.mp4'] });
    }
    expect((await put(bea, group, id, 1, demo(all))).status).toBe(200);
  });

  test('leaves nothing of what was cut away: neither served, nor in R2 after the sweep', async () => {
    const id = await draft();
    const files = await sendFiles(bea, group, id, [...demoFiles, 't1-v-0003.m4s', 't1-a-0003.m4s']);
    const kept = files.filter((file) => !file.name.includes('0003'));
    expect((await put(bea, group, id, 1, demo(kept))).status).toBe(200);
    expect((await rowsOf(id)).filter(({ state }) => state === 'doomed').map(({ name }) => name)).toEqual([
      't1-a-0003.m4s',
      't1-v-0003.m4s',
    ]);
    await sweep(env, Date.now());
    expect(await keysOf(group, id)).toEqual(kept.map(({ name }) => name).toSorted());
  });

  test('takes a file for a later edit, and loses it where no edit comes', async () => {
    const { id, version, body, files } = await publishDemo(bea, group);
    const poster = { name: 'poster.jpg', bytes: bytesOf('picture') };
    expect((await putFile(bea, group, id, poster)).status).toBe(201);
    expect(await rowsOf(id)).toContainEqual({ name: 'poster.jpg', state: 'loose' });
    const edited = { ...demo(files), body: { ...Object(body), poster: 'poster.jpg' } };
    const entry = await entryOf(poster.name, poster.bytes);
    const answer = await put(bea, group, id, version, { ...edited, files: [...files, entry] });
    expect((await recordOf(answer)).version).toBe(version + 1);
    expect(await rowsOf(id)).toContainEqual({ name: 'poster.jpg', state: 'present' });

    await putFile(bea, group, id, { name: 'poster-2.jpg', bytes: bytesOf('another') });
    await sweep(env, Date.now() + 25 * 60 * minuteMs);
    expect(await keysOf(group, id)).not.toContain('poster-2.jpg');
    expect(await keysOf(group, id)).toContain('poster.jpg');
  });

  test('frees a name that was cut once the sweep has been, not before', async () => {
    const id = await draft();
    const files = await sendFiles(bea, group, id, [...demoFiles, 'poster.jpg']);
    await put(bea, group, id, 1, demo(files.slice(0, -1)));
    const poster = { name: 'poster.jpg', bytes: bytesOf('another picture') };
    const early = await putFile(bea, group, id, poster);
    expect([early.status, early.headers.get('Retry-After')]).toEqual([429, '60']);
    await sweep(env, Date.now() + 16 * minuteMs);
    expect((await putFile(bea, group, id, poster)).status).toBe(201);
  });
});

describe('the sweep', () => {
  test('deletes the bytes of what was deleted, and of what hung on it', async () => {
    const { id } = await publishDemo(bea, group);
    expect(await keysOf(group, id)).toHaveLength(demoFiles.length);
    await remove(bea, group, id);
    await sweep(env, Date.now());
    expect(await keysOf(group, id)).toEqual([]);
  });

  test('finds what a put left that was under way while its record was deleted', async () => {
    const id = await draft();
    await putFile(bea, group, id, segment);
    await remove(bea, group, id);
    await sweep(env, Date.now());
    await env.FILES.put(`spaces/${group}/${id}/${segment.name}`, 'frames');
    await sweep(env, Date.now());
    expect(await keysOf(group, id)).toEqual([]);
    expect(await rowsOf(id)).toHaveLength(1);
    await sweep(env, Date.now() + 16 * minuteMs);
    expect(await rowsOf(id)).toEqual([]);
  });

  test('lets go of a put that never ended', async () => {
    const id = await draft();
    await putFile(bea, group, id, segment);
    await env.DB.prepare("UPDATE files SET state = 'pending' WHERE record = ?").bind(id).run();
    await sweep(env, Date.now() + 23 * 60 * minuteMs);
    expect(await rowsOf(id)).toHaveLength(1);
    await sweep(env, Date.now() + 25 * 60 * minuteMs);
    expect([await rowsOf(id), await keysOf(group, id)]).toEqual([[], []]);
  });

  const age = (id: string) =>
    env.DB.prepare('UPDATE records SET updated_at = ? WHERE id = ?')
      .bind(Date.now() - (limits.draftDays * 24 * 60 + 1) * minuteMs, id)
      .run();

  test('lets go of drafts that nobody touched for thirty days', async () => {
    const old = await draft();
    const young = await draft();
    await sendFiles(bea, group, old, demoFiles);
    await age(old);
    await sweep(env, Date.now());
    expect((await put(bea, group, old, 1, demoDraft())).status).toBe(404);
    expect(await keysOf(group, old)).toEqual([]);
    expect(
      (await put(bea, group, young, 1, { ...demoDraft(), body: { title: 'Mine', strategy: '' } })).status,
    ).toBe(200);
  });

  test('a draft that it let go of is begun anew under its id by whoever still holds it', async () => {
    const id = await draft();
    await sendFiles(bea, group, id, demoFiles);
    await age(id);
    await sweep(env, Date.now() + 16 * minuteMs);
    expect((await put(bea, group, id, 0, demoDraft())).status).toBe(201);
    const files = await sendFiles(bea, group, id, demoFiles);
    expect((await put(bea, group, id, 1, demo(files))).status).toBe(200);
    await sweep(env, Date.now());
    expect(await keysOf(group, id)).toHaveLength(demoFiles.length);
  });

  test('leaves alone what is live', async () => {
    const { id } = await publishDemo(bea, group);
    await sweep(env, Date.now() + 365 * 24 * 60 * minuteMs);
    expect(await keysOf(group, id)).toHaveLength(demoFiles.length);
  });
});
