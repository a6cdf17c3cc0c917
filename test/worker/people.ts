import { env } from 'cloudflare:workers';
import { newId } from '../../shared/contract/ids.ts';
import type { Me } from '../../shared/contract/people.ts';
import { newSecret } from '../../worker/api/new-code.ts';
import { sha256Hex } from '../../worker/store/sha256.ts';
import { makeAuthenticator } from './authenticator.ts';
import { type Browser, openBrowser } from './visitor.ts';

/** What `npm start` does: the one link with which a server begins. */
export const makeSetupCode = async (expiresAt = Date.now() + 3_600_000): Promise<string> => {
  const code = newSecret();
  await env.DB.prepare("INSERT INTO codes (hash, purpose, created_at, expires_at) VALUES (?, 'setup', ?, ?)")
    .bind(await sha256Hex(code), Date.now(), expiresAt)
    .run();
  return code;
};

/** A server that nobody has set up yet, as far as set-up codes go. */
export const forgetOperator = () => env.DB.prepare('UPDATE people SET operator = 0').run();

type Entry = { codeKind: 'setup' | 'invite' | 'recovery'; code: string; name?: string };

/** Through the whole ceremony, with a passkey of one's own. */
export const register = async (browser: Browser, entry: Entry) => {
  const passkey = await makeAuthenticator();
  const started = await browser.post('/api/auth/register/options', entry);
  if (started.status !== 200) return { passkey, answer: started };
  const response = await passkey.create(started.json.options);
  const { ceremony } = started.json;
  const answer = await browser.post('/api/auth/register/verify', {
    ceremony,
    response,
    device: { name: 'Chromium on Linux' },
  });
  return { passkey, answer };
};

const registered = async (entry: Entry) => {
  const browser = openBrowser();
  const { passkey, answer } = await register(browser, entry);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.json));
  const me: Me = answer.json.me;
  return { ...browser, browser, passkey, me };
};

export type Person = Awaited<ReturnType<typeof registered>>;

export const makeOperator = async (name = 'Olu Operator'): Promise<Person> => {
  await forgetOperator();
  return registered({ codeKind: 'setup', code: await makeSetupCode(), name });
};

export const makeGroup = async (host: Person, name = 'Tuesday review'): Promise<string> => {
  const id = newId();
  const { status } = await host.post('/api/spaces', { id, name });
  if (status !== 201) throw new Error(`A group was refused: ${status}`);
  return id;
};

export const inviteTo = async (host: Person, space: string): Promise<{ id: string; code: string }> =>
  (await host.post(`/api/spaces/${space}/invites`)).json;

/** Somebody who came to the server, and into the group, by the host's invite. */
export const makeMember = async (host: Person, space: string, name = 'Mara Member'): Promise<Person> =>
  registered({ codeKind: 'invite', code: (await inviteTo(host, space)).code, name });

/** Somebody with an account and nothing to do with `host`'s other groups. */
export const makeStranger = async (host: Person, name = 'Sam Stranger'): Promise<Person> =>
  makeMember(host, await makeGroup(host, 'Somewhere else'), name);

export const rosterOf = async (person: Person, space: string) => {
  const { json } = await person.get(`/api/spaces/${space}/changes?after=0`);
  const rosters = json.records.filter(({ kind }: { kind: string }) => kind === 'roster');
  return { records: rosters.length, ...rosters.at(-1) };
};
