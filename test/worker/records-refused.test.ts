import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../shared/contract/ids.ts';
import { limits } from '../../shared/contract/limits.ts';
import { clip, comment, demo, demoDraft, errorOf, made, put } from './say.ts';
import { type Seeded, seedGroup, seedPerson } from './seed.ts';

let bea: Seeded;
let group: string;
beforeAll(async () => {
  bea = await seedPerson();
  group = await seedGroup(bea);
});

describe('a put is refused', () => {
  const refusals: [what: string, body: () => unknown, status: number, error: object][] = [
    ['that is not JSON', () => '{"kind":', 400, { code: 'bad-request', reason: 'not-json' }],
    ['that is not UTF-8 JSON object', () => '[]', 400, { code: 'bad-request' }],
    ['of an unknown kind', () => ({ ...clip(), kind: 'poem' }), 400, { code: 'unknown-kind', field: 'kind' }],
    ['of no kind', () => ({ ...clip(), kind: undefined }), 400, { code: 'bad-request', field: 'kind' }],
    ['of a kind every object has', () => ({ ...clip(), kind: 'constructor' }), 400, { code: 'unknown-kind' }],
    ['with another state', () => ({ ...clip(), state: 'gone' }), 400, { field: 'state' }],
    ['with a field too many', () => ({ ...clip(), author: 'me' }), 400, { field: 'author' }],
    ['with a body too many', () => clip({ body: { views: 3 } }), 400, { field: 'body.views' }],
    [
      'with a blank title',
      () => clip({ body: { title: ' \u200b ' } }),
      400,
      { field: 'body.title', reason: 'blank' },
    ],
    [
      'with a title too long',
      () => clip({ body: { title: 'x'.repeat(10_000) } }),
      400,
      { reason: 'too-long' },
    ],
    [
      'with a title turned round',
      () => clip({ body: { title: 'a\u202Eb' } }),
      400,
      { reason: 'hidden-characters' },
    ],
    [
      'with an address that runs',
      () => clip({ body: { url: 'javascript:alert(1)' } }),
      400,
      { field: 'body.url' },
    ],
    ['with a parent it cannot have', () => ({ ...clip(), parent: newId() }), 400, { field: 'parent' }],
    [
      'without the parent it must have',
      () => ({ ...comment(newId()), parent: null }),
      400,
      { field: 'parent' },
    ],
    ['under a parent that is not there', () => comment(newId()), 404, { code: 'not-found', field: 'parent' }],
    [
      'as the roster',
      () => ({ ...clip(), kind: 'roster', body: { name: 'x', people: [] } }),
      403,
      { code: 'not-allowed' },
    ],
    [
      'speaking of a file it does not list',
      () => clip({ body: { lead: 'lead.jpg' } }),
      400,
      { field: 'files', names: ['lead.jpg'] },
    ],
    [
      'listing a file it does not speak of',
      () => clip({ files: [{ name: 'lead.jpg', bytes: 1, sha256: '0'.repeat(64) }] }),
      400,
      { field: 'files' },
    ],
    [
      'live before its files are there',
      () =>
        clip({ body: { lead: 'lead.jpg' }, files: [{ name: 'lead.jpg', bytes: 1, sha256: '0'.repeat(64) }] }),
      409,
      { code: 'files-missing', names: ['lead.jpg'] },
    ],
    [
      'with students in focus',
      () => demo([], { students: { answer: 'focus', wording: 'x', at: 1 } }),
      400,
      {},
    ],
    [
      'larger than a record may be',
      () => clip({ body: { why: 'x'.repeat(limits.recordBytes) } }),
      413,
      { code: 'too-large' },
    ],
  ];
  test.each(refusals)('%s', async (_, body, status, error) => {
    const id = newId();
    const answer = await put(bea, group, id, 0, body());
    expect(answer.status).toBe(status);
    expect(await errorOf(answer)).toMatchObject(error);
    expect(await env.DB.prepare('SELECT 1 FROM records WHERE id = ?').bind(id).first()).toBeNull();
  });

  test('too large, though its Content-Length says otherwise or nothing', async () => {
    const body = JSON.stringify(clip({ body: { why: 'x'.repeat(limits.recordBytes) } }));
    const answer = await bea.send('PUT', `/api/spaces/${group}/records/${newId()}`, {
      headers: { 'If-Match': '"0"' },
      body: new Blob([body]).stream().pipeThrough(new TransformStream()),
    });
    expect(answer.status).toBe(413);
  });

  test.each([undefined, '*', '1', '"-1"', 'W/"1"', '"1", "2"'])('with If-Match %s', async (match) => {
    const answer = await bea.send('PUT', `/api/spaces/${group}/records/${newId()}`, {
      ...(match === undefined ? {} : { headers: { 'If-Match': match } }),
      body: JSON.stringify(clip()),
    });
    expect(answer.status).toBe(400);
    expect(await errorOf(answer)).toMatchObject({ field: 'If-Match' });
  });

  test.each(['x', '..%2f', '00000000-0000-4000-8000-000000000000'])('under the id %s', async (id) => {
    expect((await put(bea, group, id, 0, clip())).status).toBe(404);
    expect((await put(bea, id, newId(), 0, clip())).status).toBe(404);
  });

  test('to change its kind, its parent, or from live to draft', async () => {
    const { id } = await made(bea, group, clip());
    const kind = await put(bea, group, id, 1, demoDraft());
    expect([kind.status, await errorOf(kind)]).toEqual([
      400,
      { code: 'bad-request', field: 'kind', reason: 'fixed' },
    ]);
    const back = await put(bea, group, id, 1, clip({ state: 'draft' }));
    expect([back.status, (await errorOf(back)).code]).toEqual([409, 'not-live']);
    const other = await made(bea, group, clip());
    const said = await made(bea, group, comment(id));
    const moved = await put(bea, group, said.id, 1, comment(other.id));
    expect([moved.status, (await errorOf(moved)).field]).toEqual([400, 'parent']);
  });
});
