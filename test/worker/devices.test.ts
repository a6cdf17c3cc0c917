import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../shared/contract/ids.ts';
import { newSecret } from '../../worker/api/new-code.ts';
import { fault } from './fault.ts';
import { makeGroup, makeMember, makeOperator, type Person, register } from './people.ts';
import { openBrowser } from './visitor.ts';

let host: Person;
let space: string;
beforeAll(async () => {
  host = await makeOperator();
  space = await makeGroup(host);
});

const connectExtension = async (person: Person) => {
  const { json } = await person.post('/api/auth/devices', { name: 'Extension' });
  const headers = { Authorization: `Bearer ${json.token}`, Cookie: null, Origin: 'chrome-extension://abc' };
  return { id: json.device as string, token: json.token as string, headers };
};

describe('the session', () => {
  test('is a cookie that scripts, other hosts and plain HTTP never get', async () => {
    const { code } = (await host.post(`/api/spaces/${space}/invites`)).json;
    const browser = openBrowser();
    const { answer } = await register(browser, { codeKind: 'invite', code, name: 'Cleo' });
    const [line = ''] = answer.headers.getSetCookie();
    expect(line).toMatch(/^__Host-chalkloop=[\w-]{43};/);
    for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(line).toContain(part);
    expect(line).not.toContain('Domain');
  });

  test('is kept as a digest alone', async () => {
    const { token } = await connectExtension(host);
    const tables = ['devices', 'codes', 'invites', 'ceremonies', 'people'];
    for (const table of tables) {
      const { results } = await env.DB.prepare(`SELECT * FROM ${table}`).all();
      expect(JSON.stringify(results)).not.toContain(token);
    }
  });

  test.each([
    ['a page elsewhere', { Origin: 'https://example.test', 'Sec-Fetch-Site': 'cross-site' }],
    ['a page on a neighbouring host', { Origin: 'https://evil.chalkloop.test' }],
    ['the same host without TLS', { Origin: 'http://chalkloop.test' }],
    ['a sandboxed page', { Origin: 'null' }],
    ['something that hides its origin', { Origin: null }],
  ])('changes nothing for %s', async (_, headers) => {
    expect(await host.patch('/api/auth/me', { name: 'Fooled' }, headers)).toMatchObject(
      fault('wrong-origin'),
    );
    expect((await host.get('/api/auth/me')).json.me.name).toBe(host.me.name);
  });

  test.each([
    [{ 'Sec-Fetch-Site': 'cross-site' }],
    [{ 'Sec-Fetch-Site': 'same-site' }],
    [{ 'Sec-Fetch-Site': null, Origin: 'https://example.test' }],
  ])('shows nothing to a page that says %o', async (headers) => {
    expect(await host.get('/api/auth/me', headers)).toMatchObject(fault('not-signed-in'));
  });

  test('shows itself where a person typed the address, and to browsers that say nothing', async () => {
    for (const headers of [{ 'Sec-Fetch-Site': 'none' }, { 'Sec-Fetch-Site': null }]) {
      expect((await host.get('/api/auth/me', headers)).status).toBe(200);
    }
  });

  test('of an extension works from any origin, which never gets credentials', async () => {
    const { headers } = await connectExtension(host);
    const answer = await host.patch('/api/auth/me', { name: host.me.name }, headers);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test.each(['Bearer nonsense', `Bearer ${'A'.repeat(43)}`, 'Basic YTpi', 'Bearer', 'Bearer ü'])(
    'is not the cookie’s where a request says %j',
    async (authorization) => {
      expect(await host.get('/api/auth/me', { Authorization: encodeURI(authorization) })).toMatchObject(
        fault('not-signed-in'),
      );
    },
  );

  test('ends by itself after a year', async () => {
    const member = await makeMember(host, space);
    await env.DB.prepare('UPDATE devices SET expires_at = ? WHERE id = ?')
      .bind(Date.now(), member.me.device)
      .run();
    expect(await member.get('/api/auth/me')).toMatchObject(fault('not-signed-in'));
  });
});

describe('my devices', () => {
  test('are the page and the extension, the one that asks marked', async () => {
    const member = await makeMember(host, space);
    const extension = await connectExtension(member);
    const { devices } = (await member.get('/api/auth/devices', { ...extension.headers, Origin: null })).json;
    expect(devices).toEqual([
      expect.objectContaining({ id: extension.id, kind: 'extension', name: 'Extension', current: true }),
      expect.objectContaining({ id: member.me.device, kind: 'page', current: false }),
    ]);
  });

  test('are refused at once when revoked, and gone from the list', async () => {
    const member = await makeMember(host, space);
    const extension = await connectExtension(member);
    expect((await member.delete(`/api/auth/devices/${extension.id}`)).status).toBe(200);
    expect(await openBrowser().get('/api/spaces', extension.headers)).toMatchObject(fault('not-signed-in'));
    expect((await member.get('/api/auth/devices')).json.devices).toHaveLength(1);
    expect((await member.delete(`/api/auth/devices/${extension.id}`)).status).toBe(200);
  });

  test('of somebody else are not to be found, by the operator either', async () => {
    const member = await makeMember(host, space);
    for (const id of [member.me.device, newId(), 'x']) {
      expect(await host.delete(`/api/auth/devices/${id}`)).toMatchObject(fault('not-found'));
    }
    expect((await member.get('/api/auth/me')).status).toBe(200);
  });

  test('beyond thirty, the oldest makes room', async () => {
    const member = await makeMember(host, space);
    await env.DB.prepare('UPDATE devices SET created_at = 0 WHERE id = ?').bind(member.me.device).run();
    const cookie = member.cookie();
    let newest = await connectExtension(member);
    for (let count = 2; count < 30; count += 1) newest = await connectExtension(member);
    expect((await member.get('/api/auth/me')).status).toBe(200);
    await connectExtension(member);
    member.takeCookie(cookie);
    expect((await member.get('/api/auth/me')).status).toBe(401);
    const { devices } = (await openBrowser().get('/api/auth/devices', { ...newest.headers, Origin: null }))
      .json;
    expect(devices).toHaveLength(30);
  });
});

describe('signing out', () => {
  test('ends this device alone, takes the cookie and the cache away', async () => {
    const member = await makeMember(host, space);
    const extension = await connectExtension(member);
    const cookie = member.cookie();
    const answer = await member.post('/api/auth/sign-out', { everywhere: false });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Clear-Site-Data')).toBe('"cache"');
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-chalkloop=;.*Max-Age=0/);
    member.takeCookie(cookie);
    expect((await member.get('/api/auth/me')).status).toBe(401);
    expect((await openBrowser().get('/api/auth/me', { ...extension.headers, Origin: null })).status).toBe(
      200,
    );
  });

  test('everywhere ends every device of that person, and of nobody else', async () => {
    const [member, other] = [await makeMember(host, space), await makeMember(host, space)];
    const extension = await connectExtension(member);
    const cookie = member.cookie();
    await member.post('/api/auth/sign-out', { everywhere: true });
    member.takeCookie(cookie);
    expect((await openBrowser().get('/api/auth/me', extension.headers)).status).toBe(401);
    expect((await member.get('/api/auth/me')).status).toBe(401);
    expect((await other.get('/api/auth/me')).status).toBe(200);
  });

  test('takes a cookie away that no longer counts', async () => {
    const browser = openBrowser();
    browser.takeCookie(`__Host-chalkloop=${newSecret()}`);
    expect((await browser.post('/api/auth/sign-out', { everywhere: false })).status).toBe(401);
    expect(browser.cookie()).toBeNull();
  });
});
