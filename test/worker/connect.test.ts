import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { fault } from './fault.ts';
import { makeGroup, makeMember, makeOperator, type Person } from './people.ts';
import { openBrowser } from './visitor.ts';

let host: Person;
let space: string;
beforeAll(async () => {
  host = await makeOperator();
  space = await makeGroup(host);
});

const makeCode = async (person: Person): Promise<string> =>
  (await person.post('/api/auth/connect-codes')).json.code;

/** As the extension asks: without a cookie, from an origin of its own. */
const connect = (code: string, browser = openBrowser()) =>
  browser.post('/api/auth/connect', { code, name: 'Chromium' }, { Origin: 'chrome-extension://abcdef' });

const bearer = (token: string) => ({ Authorization: `Bearer ${token}`, Origin: null, Cookie: null });

/** The same first half, another second one. */
const misspell = (code: string) => `${code.slice(0, 5)}${code.endsWith('ZZZZ') ? 'YYYY' : 'ZZZZ'}`;

test('a code typed into the extension makes a device of the one who made it', async () => {
  const member = await makeMember(host, space);
  const code = await makeCode(member);
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  const { status, json } = await connect(code);
  expect(status).toBe(201);
  expect(json.me).toEqual({ ...member.me, device: json.device });
  const asked = await openBrowser().get('/api/auth/me', bearer(json.token));
  expect(asked.json.me.id).toBe(member.me.id);
  const { devices } = (await member.get('/api/auth/devices')).json;
  expect(devices).toContainEqual(
    expect.objectContaining({ id: json.device, kind: 'extension', name: 'Chromium', current: false }),
  );
});

test('a code may be typed as people type', async () => {
  const code = await makeCode(host);
  const typed = code.toLowerCase().replace('-', ' — ').replaceAll('0', 'O').replaceAll('1', 'i');
  expect((await connect(typed)).status).toBe(201);
});

test('a code serves once, also when two ask at once', async () => {
  const code = await makeCode(host);
  const both = await Promise.all([connect(code), connect(code)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 410]);
  expect(await connect(code)).toMatchObject(fault('code-used'));
});

test('a code says when its ten minutes are over', async () => {
  const { json } = await host.post('/api/auth/connect-codes');
  expect(json.expiresAt - Date.now()).toBeLessThanOrEqual(600_000);
  await env.DB.prepare("UPDATE codes SET expires_at = ? WHERE purpose = 'connect' AND person = ?")
    .bind(Date.now(), host.me.id)
    .run();
  expect(await connect(json.code)).toMatchObject(fault('code-expired'));
});

test('a newer code ends the one before', async () => {
  const old = await makeCode(host);
  await makeCode(host);
  expect(await connect(old)).toMatchObject(fault('code-unknown'));
});

test('four wrong second halves are forgiven', async () => {
  const code = await makeCode(host);
  for (let tries = 0; tries < 4; tries += 1) await connect(misspell(code));
  expect((await connect(code)).status).toBe(201);
});

test('the fifth wrong second half ends a code, from whatever networks they came', async () => {
  const code = await makeCode(host);
  for (let tries = 0; tries < 5; tries += 1) {
    expect(await connect(misspell(code))).toMatchObject(fault('code-unknown'));
  }
  expect(await connect(code)).toMatchObject(fault('code-revoked'));
});

test('five wrong second halves at once end a code too', async () => {
  const code = await makeCode(host);
  await Promise.all(Array.from({ length: 5 }, () => connect(misspell(code))));
  expect(await connect(code)).toMatchObject(fault('code-revoked'));
});

test('a network that guessed thirty codes may not try a right one, and another one may', async () => {
  const guesser = openBrowser();
  for (let tries = 0; tries < 30; tries += 1) await connect('0000-0000', guesser);
  const code = await makeCode(host);
  expect(await connect(code, guesser)).toMatchObject(fault('slow-down'));
  expect((await connect(code)).status).toBe(201);
});

test('nothing is a code that is none', async () => {
  for (const code of ['<b>', '12', '🙂'.repeat(8)]) {
    expect(await connect(code)).toMatchObject(fault('code-unknown'));
  }
  expect(await connect('')).toMatchObject(fault('bad-request', { field: 'code' }));
  expect(await connect('A'.repeat(201))).toMatchObject(fault('bad-request', { field: 'code' }));
});

test('signing out everywhere ends an open code', async () => {
  const member = await makeMember(host, space);
  const code = await makeCode(member);
  await member.post('/api/auth/sign-out', { everywhere: true });
  expect(await connect(code)).toMatchObject(fault('code-unknown'));
});
