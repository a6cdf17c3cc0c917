import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { newSecret } from '../../worker/api/new-code.ts';
import { makeAuthenticator } from './authenticator.ts';
import { fault } from './fault.ts';
import {
  forgetOperator,
  makeGroup,
  makeMember,
  makeOperator,
  makeSetupCode,
  type Person,
  register,
} from './people.ts';
import { type Browser, openBrowser } from './visitor.ts';

const start = (browser: Browser, codeKind: string, code: string, name = 'Noor') =>
  browser.post('/api/auth/register/options', { codeKind, code, name });

describe('a set-up code', () => {
  beforeAll(forgetOperator);

  test('that was never made is unknown', async () => {
    expect(await start(openBrowser(), 'setup', newSecret())).toMatchObject(fault('code-unknown'));
  });

  test('says when its time is over', async () => {
    const code = await makeSetupCode(Date.now() - 1);
    expect(await start(openBrowser(), 'setup', code)).toMatchObject(fault('code-expired'));
  });

  test('is no invite and no recovery code', async () => {
    const code = await makeSetupCode();
    expect(await start(openBrowser(), 'invite', code)).toMatchObject(fault('code-unknown'));
    expect(await start(openBrowser(), 'recovery', code)).toMatchObject(fault('code-unknown'));
  });

  test('makes one operator, whoever is quickest, and then set-up is over for good', async () => {
    const [code, another] = [await makeSetupCode(), await makeSetupCode()];
    const begun = await Promise.all(
      [code, code, another].map(async (code) => {
        const browser = openBrowser();
        const { json } = await start(browser, 'setup', code);
        return { browser, ceremony: json.ceremony, options: json.options };
      }),
    );
    const ended = await Promise.all(
      begun.map(async ({ browser, ceremony, options }) => {
        const response = await (await makeAuthenticator()).create(options);
        return browser.post('/api/auth/register/verify', { ceremony, response, device: { name: 'x' } });
      }),
    );
    expect(ended.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    const operators = await env.DB.prepare('SELECT count(*) AS n FROM people WHERE operator = 1').first();
    expect(operators).toEqual({ n: 1 });
    expect(await start(openBrowser(), 'setup', code)).toMatchObject(fault('already-set-up'));
    expect(await start(openBrowser(), 'setup', another)).toMatchObject(fault('already-set-up'));
  });
});

describe('recovery codes', () => {
  let host: Person;
  let space: string;
  beforeAll(async () => {
    host = await makeOperator();
    space = await makeGroup(host);
  });
  const makeCodes = async (person: Person): Promise<string[]> =>
    (await person.post('/api/auth/recovery-codes')).json.codes;
  const recover = (code: string) => register(openBrowser(), { codeKind: 'recovery', code });

  test('are eight, of 80 bits each, and kept as their digests alone', async () => {
    const codes = await makeCodes(host);
    expect(new Set(codes).size).toBe(8);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    const { results } = await env.DB.prepare('SELECT * FROM codes WHERE person = ?').bind(host.me.id).all();
    expect(results).toHaveLength(8);
    for (const code of codes) expect(JSON.stringify(results)).not.toContain(code.replaceAll('-', ''));
  });

  test('give the same person a new passkey, and leave the old one and the devices alone', async () => {
    const member = await makeMember(host, space);
    const [code = ''] = await makeCodes(member);
    const { answer } = await recover(code);
    expect(answer.json.me).toMatchObject({ id: member.me.id, name: member.me.name });
    expect((await member.get('/api/auth/me')).status).toBe(200);
    const { results } = await env.DB.prepare('SELECT id FROM passkeys WHERE person = ?')
      .bind(member.me.id)
      .all();
    expect(results).toHaveLength(2);
  });

  test('may be typed as people type', async () => {
    const [code = ''] = await makeCodes(await makeMember(host, space));
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    expect((await recover(typed)).answer.status).toBe(200);
  });

  test('serve once each', async () => {
    const [one = '', two = ''] = await makeCodes(await makeMember(host, space));
    expect((await recover(one)).answer.status).toBe(200);
    expect((await recover(one)).answer).toMatchObject(fault('code-used'));
    expect((await recover(two)).answer.status).toBe(200);
  });

  test('serve once, also when two ceremonies began with the same one', async () => {
    const member = await makeMember(host, space);
    const [code = ''] = await makeCodes(member);
    const browser = openBrowser();
    const begun = [await start(browser, 'recovery', code), await start(browser, 'recovery', code)];
    const statuses = [];
    for (const { json } of begun) {
      const response = await (await makeAuthenticator()).create(json.options);
      const said = { ceremony: json.ceremony, response, device: { name: 'x' } };
      statuses.push((await browser.post('/api/auth/register/verify', said)).status);
    }
    expect(statuses).toEqual([200, 410]);
    const { results } = await env.DB.prepare('SELECT id FROM passkeys WHERE person = ?')
      .bind(member.me.id)
      .all();
    expect(results).toHaveLength(2);
  });

  test('are replaced as a set', async () => {
    const member = await makeMember(host, space);
    const [old = ''] = await makeCodes(member);
    const [fresh = ''] = await makeCodes(member);
    expect((await recover(old)).answer).toMatchObject(fault('code-unknown'));
    expect((await recover(fresh)).answer.status).toBe(200);
  });
});

describe('guessing', () => {
  const guess = (browser: Browser) => start(browser, 'invite', newSecret());

  test('ends after thirty unknown codes from one network, with the time to wait', async () => {
    const browser = openBrowser();
    for (let tries = 0; tries < 30; tries += 1) expect((await guess(browser)).status).toBe(410);
    const answer = await guess(browser);
    expect(answer).toMatchObject(fault('slow-down'));
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(answer.json.error.retryAfterSeconds).toBeLessThanOrEqual(600);
    expect((await guess(openBrowser())).status).toBe(410);
  });

  test('from one IPv6 household is one network’s', async () => {
    for (let tries = 0; tries < 30; tries += 1) await guess(openBrowser(`2001:db8:7:1::${tries}`));
    expect((await guess(openBrowser('2001:db8:7:1:a:b:c:d'))).status).toBe(429);
    expect((await guess(openBrowser('2001:db8:7:2::1'))).status).toBe(410);
  });

  test('leaves forty teachers behind one address alone, who join at once', async () => {
    const host = await makeOperator();
    const { json } = await host.post(`/api/spaces/${await makeGroup(host)}/invites`);
    const school = openBrowser().network;
    const clumsy = openBrowser(school);
    for (let tries = 0; tries < 31; tries += 1) await guess(clumsy);
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const browser = openBrowser(school);
        expect((await browser.get(`/api/invites/${json.code}`)).status).toBe(200);
        const entry = { codeKind: 'invite', code: json.code, name: `Teacher ${index}` } as const;
        return (await register(browser, entry)).answer.status;
      }),
    );
    expect(new Set(answers)).toEqual(new Set([200]));
  });
});
