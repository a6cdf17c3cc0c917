import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Authenticator, type Lies, makeAuthenticator } from './authenticator.ts';
import { fault } from './fault.ts';
import { inviteTo, makeGroup, makeMember, makeOperator, type Person, register } from './people.ts';
import { type Browser, openBrowser } from './visitor.ts';

const device = { name: 'Firefox on a borrowed laptop' };
let host: Person;
let space: string;
beforeAll(async () => {
  host = await makeOperator();
  space = await makeGroup(host);
});

const startSignIn = async (browser: Browser) => (await browser.post('/api/auth/sign-in/options')).json;

const signIn = async (browser: Browser, passkey: Authenticator, lies: Lies = {}) => {
  const { ceremony, options } = await startSignIn(browser);
  const response = await passkey.use(options, lies);
  return browser.post('/api/auth/sign-in/verify', { ceremony, response, device });
};

const startRegister = async (browser: Browser) => {
  const { code } = await inviteTo(host, space);
  const entry = { codeKind: 'invite', code, name: 'Nia Newcomer' };
  return (await browser.post('/api/auth/register/options', entry)).json;
};

const lies: [string, Lies][] = [
  ['for another origin', { origin: 'https://chalkloop.test.example' }],
  ['for the same host without TLS', { origin: 'http://chalkloop.test' }],
  ['for another relying party', { rpId: 'example.test' }],
  ['over another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ['of the other ceremony', { type: 'payment.get' }],
];

describe('registering', () => {
  test('asks for a discoverable passkey of this host and for no attestation', async () => {
    const { options } = await startRegister(openBrowser());
    expect(options).toMatchObject({
      rp: { id: 'chalkloop.test', name: 'Chalkloop' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
      user: { name: 'Nia Newcomer', displayName: 'Nia Newcomer' },
    });
  });

  test.each(lies)('refuses what was made %s', async (_, lie) => {
    const browser = openBrowser();
    const { ceremony, options } = await startRegister(browser);
    const response = await (await makeAuthenticator()).create(options, lie);
    const answer = await browser.post('/api/auth/register/verify', { ceremony, response, device });
    expect(answer).toMatchObject(fault('passkey-refused'));
    expect(browser.cookie()).toBeNull();
  });

  test('takes each ceremony once, even after a mistake', async () => {
    const browser = openBrowser();
    const { ceremony, options } = await startRegister(browser);
    const passkey = await makeAuthenticator();
    const wrong = await passkey.create(options, { origin: 'https://example.test' });
    await browser.post('/api/auth/register/verify', { ceremony, response: wrong, device });
    const right = await passkey.create(options);
    expect(
      await browser.post('/api/auth/register/verify', { ceremony, response: right, device }),
    ).toMatchObject(fault('passkey-refused', { reason: 'ceremony-over' }));
  });

  test('keeps the ways to reach a passkey that WebAuthn knows, and no others', async () => {
    const row = await env.DB.prepare('SELECT transports FROM passkeys WHERE id = ?')
      .bind(host.passkey.id)
      .first();
    expect(row).toEqual({ transports: '["internal","hybrid"]' });
  });
});

describe('signing in', () => {
  test('needs nothing but the passkey', async () => {
    const member = await makeMember(host, space);
    const elsewhere = openBrowser();
    const answer = await signIn(elsewhere, member.passkey);
    expect(answer.status).toBe(200);
    expect(answer.json.me).toMatchObject({ id: member.me.id, ownSpace: member.me.ownSpace });
    expect((await elsewhere.get('/api/auth/me')).json.me.id).toBe(member.me.id);
  });

  test.each(lies)('refuses what was signed %s', async (_, lie) => {
    const browser = openBrowser();
    expect(await signIn(browser, host.passkey, lie)).toMatchObject(fault('passkey-refused'));
    expect(browser.cookie()).toBeNull();
  });

  test('refuses a passkey that it does not know in the same words as a bad signature', async () => {
    const stranger = await makeAuthenticator();
    expect(await signIn(openBrowser(), stranger)).toMatchObject(fault('passkey-refused'));
  });

  test('refuses a passkey that says it is somebody else', async () => {
    const userHandle = btoa('somebody-else');
    expect(await signIn(openBrowser(), host.passkey, { userHandle })).toMatchObject(fault('passkey-refused'));
  });

  test('refuses the same answer a second time', async () => {
    const browser = openBrowser();
    const { ceremony, options } = await startSignIn(browser);
    const said = { ceremony, response: await host.passkey.use(options), device };
    expect((await browser.post('/api/auth/sign-in/verify', said)).status).toBe(200);
    expect(await openBrowser().post('/api/auth/sign-in/verify', said)).toMatchObject(
      fault('passkey-refused', { reason: 'ceremony-over' }),
    );
  });

  test('refuses a ceremony that began more than five minutes ago', async () => {
    const browser = openBrowser();
    const { ceremony, options } = await startSignIn(browser);
    await env.DB.prepare('UPDATE ceremonies SET expires_at = ? WHERE id = ?')
      .bind(Date.now(), ceremony)
      .run();
    const response = await host.passkey.use(options);
    expect(await browser.post('/api/auth/sign-in/verify', { ceremony, response, device })).toMatchObject(
      fault('passkey-refused'),
    );
  });

  test('refuses a copied passkey, whose count stayed behind', async () => {
    const member = await makeMember(host, space);
    expect((await signIn(openBrowser(), member.passkey, { counter: 9 })).status).toBe(200);
    expect(await signIn(openBrowser(), member.passkey, { counter: 9 })).toMatchObject(
      fault('passkey-refused'),
    );
    expect((await signIn(openBrowser(), member.passkey, { counter: 10 })).status).toBe(200);
  });

  test('lets one in of two that claim the same count at once', async () => {
    const member = await makeMember(host, space);
    const both = await Promise.all(
      [openBrowser(), openBrowser()].map((browser) => signIn(browser, member.passkey, { counter: 5 })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });

  test('takes passkeys that count nothing, as synced ones do', async () => {
    const browser = openBrowser();
    const { ceremony, options } = await startRegister(browser);
    const passkey = await makeAuthenticator({ counts: false });
    const response = await passkey.create(options);
    await browser.post('/api/auth/register/verify', { ceremony, response, device });
    expect((await signIn(openBrowser(), passkey)).status).toBe(200);
    expect((await signIn(openBrowser(), passkey)).status).toBe(200);
  });

  test('is not started for somebody by a page elsewhere', async () => {
    const browser = openBrowser();
    const { ceremony, options } = await startSignIn(browser);
    const said = { ceremony, response: await host.passkey.use(options), device };
    const headers = { Origin: 'https://example.test', 'Sec-Fetch-Site': 'cross-site' };
    expect(await browser.post('/api/auth/sign-in/verify', said, headers)).toMatchObject(
      fault('wrong-origin'),
    );
    expect(browser.cookie()).toBeNull();
  });
});

describe('a further passkey', () => {
  const start = async (person: Browser) => (await person.post('/api/auth/passkeys/options')).json;

  test('signs the same person in, and the first one still does', async () => {
    const member = await makeMember(host, space);
    const { ceremony, options } = await start(member);
    expect(options.excludeCredentials).toEqual([
      { id: member.passkey.id, transports: ['internal', 'hybrid'], type: 'public-key' },
    ]);
    const second = await makeAuthenticator();
    const said = { ceremony, response: await second.create(options) };
    expect((await member.post('/api/auth/passkeys/verify', said)).status).toBe(200);
    for (const passkey of [member.passkey, second]) {
      expect((await signIn(openBrowser(), passkey)).json.me.id).toBe(member.me.id);
    }
  });

  test('is not added to somebody by a ceremony that another one began', async () => {
    const [one, other] = [await makeMember(host, space), await makeMember(host, space)];
    const { ceremony, options } = await start(one);
    const said = { ceremony, response: await (await makeAuthenticator()).create(options) };
    expect(await other.post('/api/auth/passkeys/verify', said)).toMatchObject(fault('passkey-refused'));
  });

  test('that is somebody else’s already is refused, and stays theirs', async () => {
    const [owner, other] = [await makeMember(host, space), await makeMember(host, space)];
    const { ceremony, options } = await start(other);
    const said = { ceremony, response: await owner.passkey.create(options) };
    expect(await other.post('/api/auth/passkeys/verify', said)).toMatchObject(fault('passkey-refused'));
    const row = await env.DB.prepare('SELECT person FROM passkeys WHERE id = ?')
      .bind(owner.passkey.id)
      .first();
    expect(row).toEqual({ person: owner.me.id });
  });

  test('is made on the page alone, never with the extension’s token', async () => {
    const { json } = await host.post('/api/auth/devices', { name: 'Extension' });
    const extension = { Authorization: `Bearer ${json.token}`, Cookie: null };
    for (const path of ['passkeys/options', 'recovery-codes', 'connect-codes', 'devices']) {
      expect(await host.post(`/api/auth/${path}`, { name: 'x' }, extension)).toMatchObject(
        fault('not-allowed'),
      );
    }
  });
});

test('a person who registers twice with one code of many uses is two people', async () => {
  const { code } = await inviteTo(host, space);
  const entry = { codeKind: 'invite', code, name: 'Twice' } as const;
  const [one, two] = [await register(openBrowser(), entry), await register(openBrowser(), entry)];
  expect(one.answer.json.me.id).not.toBe(two.answer.json.me.id);
});
