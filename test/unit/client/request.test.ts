import { expect, test } from 'vitest';
import { createClient } from '../../../shared/client/create-client.ts';
import type { Send, Session } from '../../../shared/client/session.ts';
import { newId } from '../../../shared/contract/ids.ts';

type Sent = { address: string; init: Parameters<Send>[1] };

const extension: Session = { origin: 'https://group.example', token: 'a-token' };

const answered = (answer: () => Promise<Response> | Response, session: Session = extension) => {
  const sent: Sent[] = [];
  const client = createClient(session, async (address, init) => {
    sent.push({ address, init });
    return answer();
  });
  return { client, sent };
};

const hello = () => Response.json({ app: 'chalkloop', setUp: true });
const error =
  (status: number, fields: object, headers = {}) =>
  () =>
    Response.json({ error: fields }, { status, headers });

test('the extension’s token goes to its own origin, without cookies, and follows no redirect', async () => {
  const { client, sent } = answered(hello);
  await client.hello();
  expect(sent[0]).toMatchObject({
    address: 'https://group.example/api/hello',
    init: {
      headers: { authorization: 'Bearer a-token' },
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    },
  });
});

test('the page sends its cookie to itself alone, and no token', async () => {
  const { client, sent } = answered(hello, { origin: '', token: null });
  await client.hello();
  expect(sent[0]).toMatchObject({ address: '/api/hello', init: { credentials: 'same-origin' } });
  expect(sent[0]?.init.headers).not.toHaveProperty('authorization');
});

test('a record goes with the version it changes, a file with its digest', async () => {
  const { client, sent } = answered(error(404, { code: 'not-found' }));
  const [space, record] = [newId(), newId()];
  const put = { kind: 'clip', parent: null, state: 'live' as const, body: {}, files: [] };
  await expect(client.putRecord(space, record, 3, put)).rejects.toThrow();
  const blob = new Blob(['hi']);
  const sha256 = '8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4';
  await expect(client.putFile(space, record, { name: 'lead.jpg', sha256, blob })).rejects.toThrow();
  expect(sent[0]?.init.headers['if-match']).toBe('"3"');
  expect(sent[1]?.init.headers['repr-digest']).toBe('sha-256=:j0NDRmSPa5bfid2pAcUXaxCm2Dlh3TwayItZstwyeqQ=:');
  expect(sent[1]?.init.body).toBe(blob);
});

const unanswered = [
  ['no network', () => Promise.reject(new TypeError('fetch failed')), 'offline', 0],
  ['a page where JSON belongs', () => new Response('<h1>Welcome</h1>'), 'unreadable', 200],
  ['JSON that is not the contract', () => Response.json({ app: 'other' }), 'unreadable', 200],
  ['a proxy’s error', () => new Response('Bad gateway', { status: 502 }), 'unreadable', 502],
  ['an error code of later', error(418, { code: 'teapot' }), 'unreadable', 418],
  ['an error of the contract', error(404, { code: 'not-found' }), 'not-found', 404],
] as const;

test.each(unanswered)('%s is an ApiError that says so', async (_what, answer, code, status) => {
  const { client } = answered(answer);
  await expect(client.hello()).rejects.toMatchObject({ name: 'ApiError', code, status });
});

test('an error brings its field, its names and how long to wait', async () => {
  const missing = answered(error(409, { code: 'files-missing', names: ['t1-v-0001.m4s'] }));
  await expect(missing.client.hello()).rejects.toMatchObject({ names: ['t1-v-0001.m4s'] });
  const field = answered(error(400, { code: 'bad-request', field: 'body.title', reason: 'blank' }));
  await expect(field.client.hello()).rejects.toMatchObject({ field: 'body.title', reason: 'blank' });
  const wait = answered(error(429, { code: 'slow-down' }, { 'retry-after': '7' }));
  await expect(wait.client.hello()).rejects.toMatchObject({ retryAfterSeconds: 7 });
  const date = new Date(Date.now() + 60_000).toUTCString();
  const until = answered(error(429, { code: 'slow-down' }, { 'retry-after': date }));
  await expect(until.client.hello()).rejects.toHaveProperty('retryAfterSeconds', expect.closeTo(60, -1));
});

test('aborting is not an error of the Api: the caller gets its own reason back', async () => {
  const stop = new AbortController();
  const { client } = answered(() => {
    stop.abort();
    return Promise.reject(stop.signal.reason);
  });
  await expect(client.spaces(stop.signal)).rejects.toBe(stop.signal.reason);
});

test('a change that this code cannot read is left out, and the page goes on', async () => {
  const { client } = answered(() => Response.json({ records: [{ id: 7 }, null], until: 12, more: true }));
  expect(await client.changes(newId(), 0)).toEqual({ records: [], until: 12, more: true });
});
