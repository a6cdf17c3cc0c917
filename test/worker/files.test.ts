import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { newId } from '../../shared/contract/ids.ts';
import { limits } from '../../shared/contract/limits.ts';
import { keysOf, rowsOf } from './kept.ts';
import { bytesOf, clip, demoDraft, entryOf, errorOf, made, putFile, recordPath, remove } from './say.ts';
import { type Seeded, seedGroup, seedPerson } from './seed.ts';

let ada: Seeded;
let bea: Seeded;
let group: string;
beforeAll(async () => {
  [ada, bea] = [await seedPerson(), await seedPerson()];
  group = await seedGroup(ada, bea);
});

const draft = async () => (await made(bea, group, demoDraft())).id;
const segment = { name: 't1-v-0001.m4s', bytes: bytesOf('frames') };

const fill = (id: string, count: number) =>
  env.DB.prepare(
    `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
     INSERT INTO files SELECT ?2, ?3, 'x-' || i || '.m4s', '', 1, 'present', 0 FROM n`,
  )
    .bind(count, group, id)
    .run();

describe('a file', () => {
  test('is kept under its record, with its digest', async () => {
    const id = await draft();
    const answer = await putFile(bea, group, id, segment);
    expect([answer.status, await answer.json()]).toEqual([201, await entryOf(segment.name, segment.bytes)]);
    expect(await keysOf(group, id)).toEqual([segment.name]);
  });

  test('sent twice is kept once, and answered the same', async () => {
    const id = await draft();
    const first = await putFile(bea, group, id, segment);
    const again = await putFile(bea, group, id, segment);
    expect([again.status, await again.json()]).toEqual([200, await first.json()]);
  });

  test('sent twice at once is kept once', async () => {
    const id = await draft();
    const bytes = crypto.getRandomValues(new Uint8Array(60_000));
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => putFile(bea, group, id, { name: segment.name, bytes })),
    );
    for (const answer of answers) expect(answer.status).toBeLessThan(202);
    expect(await rowsOf(id)).toEqual([{ name: segment.name, state: 'present' }]);
  });

  test('is kept where a demo was recorded again and again before it is published', async () => {
    const id = await draft();
    await fill(id, limits.filesPerRecord);
    expect((await putFile(bea, group, id, segment)).status).toBe(201);
  });

  test('whose answer was lost before its row was settled is found by the repeat', async () => {
    const id = await draft();
    await putFile(bea, group, id, segment);
    await env.DB.prepare("UPDATE files SET state = 'pending' WHERE record = ?").bind(id).run();
    expect((await putFile(bea, group, id, segment)).status).toBe(201);
    expect(await rowsOf(id)).toEqual([{ name: segment.name, state: 'present' }]);
  });
});

/** Sends the first half at once, the rest when asked to. */
const slowPut = async (id: string, { name, bytes }: typeof segment) => {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const { sha256 } = await entryOf(name, bytes);
  const digest = btoa(sha256.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16))));
  const answer = bea.send('PUT', `${recordPath(group, id)}/files/${name}`, {
    headers: { 'Content-Length': `${bytes.byteLength}`, 'Repr-Digest': `sha-256=:${digest}:` },
    body: readable,
  });
  await writer.write(bytes.slice(0, 3));
  await vi.waitFor(async () => expect(await rowsOf(id)).toEqual([{ name, state: 'pending' }]));
  const finish = async () => {
    await writer.write(bytes.slice(3));
    await writer.close();
    return answer;
  };
  return { digest, finish };
};

describe('a put that comes to its end late', () => {
  test('takes nothing away that was acknowledged under its name meanwhile', async () => {
    const id = await draft();
    const late = await slowPut(id, segment);
    const headers = { 'Repr-Digest': `sha-256=:${late.digest}:` };
    expect((await putFile(bea, group, id, { ...segment, bytes: bytesOf('broken'), headers })).status).toBe(
      422,
    );
    const others = { ...segment, bytes: bytesOf('others') };
    expect((await putFile(bea, group, id, others)).status).toBe(201);
    expect((await late.finish()).status).toBe(429);
    const kept = await env.FILES.get(`spaces/${group}/${id}/${segment.name}`);
    expect(await kept?.text()).toBe('others');
    expect((await putFile(bea, group, id, others)).status).toBe(200);
  });

  test('leaves nothing behind where its row is gone, and the name is free', async () => {
    const id = await draft();
    const late = await slowPut(id, segment);
    await env.DB.prepare('DELETE FROM files WHERE record = ?').bind(id).run();
    expect((await late.finish()).status).toBe(429);
    expect([await keysOf(group, id), await rowsOf(id)]).toEqual([[], []]);
    expect((await putFile(bea, group, id, segment)).status).toBe(201);
  });
});

describe('a file is refused, and nothing is kept,', () => {
  const other = bytesOf('fraMes');
  const refusals: [what: string, sent: Parameters<typeof putFile>[3], status: number, error: object][] = [
    [
      'with a length in words',
      { ...segment, headers: { 'Content-Length': 'six' } },
      411,
      { code: 'length-required' },
    ],
    [
      'shorter than its length',
      { ...segment, headers: { 'Content-Length': '7' } },
      422,
      { code: 'digest-mismatch' },
    ],
    [
      'longer than its length',
      { ...segment, headers: { 'Content-Length': '5' } },
      422,
      { code: 'digest-mismatch' },
    ],
    ['empty', { ...segment, bytes: bytesOf('') }, 400, { field: 'bytes' }],
    [
      'larger than a file may be',
      { ...segment, headers: { 'Content-Length': `${limits.fileBytes + 1}` } },
      413,
      { code: 'too-large' },
    ],
    [
      'an article larger than an article may be',
      { name: 'article.html', bytes: bytesOf('<p>'.repeat(limits.articleBytes / 3 + 1)) },
      413,
      { code: 'too-large' },
    ],
    ['without a digest', { ...segment, headers: { 'Repr-Digest': '' } }, 400, { field: 'Repr-Digest' }],
    [
      'with another algorithm',
      { ...segment, headers: { 'Repr-Digest': 'md5=:CY9rzUYh03PK3k6DJie09g==:' } },
      400,
      { field: 'Repr-Digest' },
    ],
    [
      'with a digest cut short',
      { ...segment, headers: { 'Repr-Digest': 'sha-256=:AAAA:' } },
      400,
      { field: 'Repr-Digest' },
    ],
    [
      'with the digest of other bytes',
      { ...segment, headers: { 'Repr-Digest': `sha-256=:${'A'.repeat(43)}=:` } },
      422,
      { code: 'digest-mismatch' },
    ],
    [
      'as an article with the digest of another',
      {
        name: 'article.html',
        bytes: bytesOf('<p>Hi'),
        headers: { 'Repr-Digest': `sha-256=:${'A'.repeat(43)}=:` },
      },
      422,
      {},
    ],
    [
      'as an article of another length',
      { name: 'article.html', bytes: bytesOf('<p>Hi'), headers: { 'Content-Length': '4' } },
      422,
      {},
    ],
    ['of an ending that is not known', { ...segment, name: 'a.svg' }, 400, { field: 'name' }],
    ['with a folder in its name', { ...segment, name: '..%2fa.jpg' }, 400, { field: 'name' }],
    ['in capitals', { ...segment, name: 'A.JPG' }, 400, { field: 'name' }],
    ['under a playlist’s name', { ...segment, name: 'master.m3u8' }, 400, { field: 'name' }],
  ];
  test.each(refusals)('%s', async (_, sent, status, error) => {
    const id = await draft();
    const answer = await putFile(bea, group, id, sent);
    expect(answer.status).toBe(status);
    expect(await errorOf(answer)).toMatchObject(error);
    expect(await keysOf(group, id)).toEqual([]);
    expect(await rowsOf(id)).toEqual([]);
    if (sent.name === segment.name) expect((await putFile(bea, group, id, segment)).status).toBe(201);
  });

  test('without a length', async () => {
    const id = await draft();
    const answer = await bea.send('PUT', `${recordPath(group, id)}/files/${segment.name}`, {
      headers: { 'Repr-Digest': `sha-256=:${'A'.repeat(43)}=:` },
      body: new Blob([segment.bytes]).stream().pipeThrough(new TransformStream()),
    });
    expect([answer.status, (await errorOf(answer)).code]).toEqual([411, 'length-required']);
  });

  test('under the name of other bytes', async () => {
    const id = await draft();
    await putFile(bea, group, id, segment);
    const answer = await putFile(bea, group, id, { ...segment, bytes: other });
    expect([answer.status, (await errorOf(answer)).code]).toEqual([409, 'other-bytes']);
    const kept = await env.FILES.get(`spaces/${group}/${id}/${segment.name}`);
    expect(await kept?.text()).toBe('frames');
  });

  test('by anyone but the author, for a record that is gone, or for none', async () => {
    const outsider = await seedPerson();
    const elsewhere = await seedGroup(outsider);
    const { id } = await made(bea, group, clip());
    expect((await putFile(ada, group, id, segment)).status).toBe(404);
    expect((await putFile(outsider, group, id, segment)).status).toBe(404);
    expect((await putFile(outsider, elsewhere, id, segment)).status).toBe(404);
    expect((await putFile(bea, group, newId(), segment)).status).toBe(404);
    await remove(bea, group, id);
    expect((await putFile(bea, group, id, segment)).status).toBe(404);
    expect(await keysOf(group, id)).toEqual([]);
  });

  test('beyond as many as may lie beside a record', async () => {
    const id = await draft();
    await fill(id, limits.filesPerDraft);
    const answer = await putFile(bea, group, id, segment);
    expect([answer.status, (await errorOf(answer)).code]).toEqual([409, 'too-many']);
  });
});
