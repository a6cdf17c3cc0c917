import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../shared/contract/ids.ts';
import { newSecret } from '../../worker/api/new-code.ts';
import { makeAuthenticator } from './authenticator.ts';
import { fault } from './fault.ts';
import {
  inviteTo,
  makeGroup,
  makeMember,
  makeOperator,
  makeStranger,
  type Person,
  register,
  rosterOf,
} from './people.ts';
import { openBrowser } from './visitor.ts';

let host: Person;
let space: string;
beforeAll(async () => {
  host = await makeOperator();
  space = await makeGroup(host, 'Tuesday review');
});

const set = (invite: { id: string }, column: 'expires_at' | 'uses_left', value: number) =>
  env.DB.prepare(`UPDATE invites SET ${column} = ? WHERE id = ?`).bind(value, invite.id).run();
const usesLeft = async ({ id }: { id: string }): Promise<number | undefined> =>
  (await env.DB.prepare('SELECT uses_left AS n FROM invites WHERE id = ?').bind(id).first<{ n: number }>())
    ?.n;
const accept = (person: Person, code: string) => person.post(`/api/invites/${code}/accept`);
const newcomer = (code: string) => register(openBrowser(), { codeKind: 'invite', code, name: 'Nia' });

/** How each bad state of an invite comes about, and what is said of it. */
const states = [
  ['code-unknown', async () => newSecret()],
  [
    'code-expired',
    async () => {
      const invite = await inviteTo(host, space);
      await set(invite, 'expires_at', Date.now());
      return invite.code;
    },
  ],
  [
    'code-used',
    async () => {
      const invite = await inviteTo(host, space);
      await set(invite, 'uses_left', 0);
      return invite.code;
    },
  ],
  [
    'code-revoked',
    async () => {
      const { id, code } = await inviteTo(host, space);
      await host.delete(`/api/spaces/${space}/invites/${id}`);
      return code;
    },
  ],
  [
    'code-revoked',
    async () => {
      const group = await makeGroup(host);
      const { code } = await inviteTo(host, group);
      await host.delete(`/api/spaces/${group}`);
      return code;
    },
  ],
] as const;

describe.each(states)('an invite that is %s', (state, makeCode) => {
  test('says so to whoever reads it, registers with it or accepts it', async () => {
    const code = await makeCode();
    const stranger = await makeStranger(host);
    expect(await openBrowser().get(`/api/invites/${code}`)).toMatchObject(fault(state));
    expect((await newcomer(code)).answer).toMatchObject(fault(state));
    expect(await accept(stranger, code)).toMatchObject(fault(state));
    const { spaces } = (await stranger.get('/api/spaces')).json;
    expect(spaces.map(({ id }: { id: string }) => id)).not.toContain(space);
  });
});

describe('an invite', () => {
  test('is 256 bits, kept as a digest, for fourteen days and fifty people', async () => {
    const { json } = await host.post(`/api/spaces/${space}/invites`);
    expect(json.code).toMatch(/^[\w-]{43}$/);
    expect(json).toMatchObject({ usesLeft: 50, expiresAt: json.createdAt + 14 * 86_400_000 });
    const { results } = await env.DB.prepare('SELECT * FROM invites WHERE space = ?').bind(space).all();
    expect(JSON.stringify(results)).not.toContain(json.code);
  });

  test('tells somebody new where it leads and who hosts, and no more', async () => {
    const { code } = await inviteTo(host, space);
    expect((await openBrowser().get(`/api/invites/${code}`)).json).toEqual({
      space,
      name: 'Tuesday review',
      host: host.me.name,
      member: false,
    });
  });

  test('lets somebody in who has a passkey already', async () => {
    const stranger = await makeStranger(host);
    const invite = await inviteTo(host, space);
    expect((await accept(stranger, invite.code)).json.space).toMatchObject({ id: space, role: 'member' });
    expect(await usesLeft(invite)).toBe(49);
  });

  test('accepted again by a member changes nothing and uses nothing up', async () => {
    const stranger = await makeStranger(host);
    const invite = await inviteTo(host, space);
    await Promise.all([accept(stranger, invite.code), accept(stranger, invite.code)]);
    const { seq } = await rosterOf(host, space);
    for (const person of [stranger, host]) expect((await accept(person, invite.code)).status).toBe(200);
    expect(await usesLeft(invite)).toBe(49);
    expect((await rosterOf(host, space)).seq).toBe(seq);
    expect((await host.get('/api/spaces')).json.spaces).toContainEqual(
      expect.objectContaining({ id: space, role: 'host' }),
    );
  });

  test('lets one in by its last use, of four who come at once, known or new', async () => {
    const invite = await inviteTo(host, space);
    await set(invite, 'uses_left', 1);
    const known = [await makeStranger(host), await makeStranger(host)];
    const before = (await rosterOf(host, space)).body.people.length;
    const statuses = await Promise.all([
      ...known.map(async (person) => (await accept(person, invite.code)).status),
      ...[1, 2].map(async () => (await newcomer(invite.code)).answer.status),
    ]);
    expect(statuses.toSorted()).toEqual([200, 410, 410, 410]);
    expect(await usesLeft(invite)).toBe(0);
    expect((await rosterOf(host, space)).body.people).toHaveLength(before + 1);
  });

  test('makes nobody at all when it was revoked during the ceremony', async () => {
    const invite = await inviteTo(host, space);
    const browser = openBrowser();
    const entry = { codeKind: 'invite', code: invite.code, name: 'Late' };
    const { json } = await browser.post('/api/auth/register/options', entry);
    await host.delete(`/api/spaces/${space}/invites/${invite.id}`);
    const passkey = await makeAuthenticator();
    const said = { ceremony: json.ceremony, response: await passkey.create(json.options) };
    expect(await browser.post('/api/auth/register/verify', { ...said, device: { name: 'x' } })).toMatchObject(
      fault('code-revoked'),
    );
    for (const [table, column] of [
      ['people', 'name'],
      ['passkeys', 'id'],
    ] as const) {
      const found = await env.DB.prepare(`SELECT 1 FROM ${table} WHERE ${column} IN ('Late', ?)`)
        .bind(passkey.id)
        .first();
      expect(found).toBeNull();
    }
  });

  test('brings somebody back who left, as a member', async () => {
    const group = await makeGroup(host);
    const member = await makeMember(host, group);
    await host.patch(`/api/spaces/${group}/members/${member.me.id}`, { role: 'host' });
    const { code } = await inviteTo(host, group);
    await member.delete(`/api/spaces/${group}/members/${member.me.id}`);
    expect((await accept(member, code)).json.space).toMatchObject({ id: group, role: 'member' });
    const { body } = await rosterOf(member, group);
    expect(body.people).toContainEqual({
      id: member.me.id,
      name: member.me.name,
      role: 'member',
      left: false,
    });
  });

  test('is refused where the group is full, and where a person is in fifty', async () => {
    const group = await makeGroup(host);
    const { code } = await inviteTo(host, group);
    const insert = env.DB.prepare(
      "INSERT INTO members (space, person, role, joined_at) VALUES (?, ?, 'member', 0)",
    );
    const busy = await makeStranger(host);
    await env.DB.batch(Array.from({ length: 49 }, () => insert.bind(newId(), busy.me.id)));
    expect(await accept(busy, code)).toMatchObject(fault('too-many'));
    expect(await busy.post('/api/spaces', { id: newId(), name: 'One more' })).toMatchObject(
      fault('too-many'),
    );
    await env.DB.batch(Array.from({ length: 199 }, () => insert.bind(group, newId())));
    expect((await newcomer(code)).answer).toMatchObject(fault('too-many'));
    expect((await accept(host, code)).status).toBe(200);
  });
});

describe('invites of a group', () => {
  test('are listed for its host, but for those that serve no more', async () => {
    const group = await makeGroup(host);
    const [kept, revoked, expired, used] = [
      await inviteTo(host, group),
      await inviteTo(host, group),
      await inviteTo(host, group),
      await inviteTo(host, group),
    ];
    await host.delete(`/api/spaces/${group}/invites/${revoked.id}`);
    await set(expired, 'expires_at', 1);
    await set(used, 'uses_left', 0);
    const { invites } = (await host.get(`/api/spaces/${group}/invites`)).json;
    expect(invites).toEqual([expect.objectContaining({ id: kept.id, usesLeft: 50 })]);
    expect(JSON.stringify(invites)).not.toContain(kept.code);
  });

  test('are the host’s alone: a member is refused, and anybody else finds nothing', async () => {
    const { id } = await inviteTo(host, space);
    const path = `/api/spaces/${space}/invites`;
    const [member, stranger] = [await makeMember(host, space), await makeStranger(host)];
    for (const [person, code] of [
      [member, 'not-allowed'],
      [stranger, 'not-found'],
    ] as const) {
      expect(await person.get(path)).toMatchObject(fault(code));
      expect(await person.post(path)).toMatchObject(fault(code));
      expect(await person.delete(`${path}/${id}`)).toMatchObject(fault(code));
    }
  });

  test('are not taken back through another group', async () => {
    const { id, code } = await inviteTo(host, space);
    const other = await makeGroup(host);
    expect(await host.delete(`/api/spaces/${other}/invites/${id}`)).toMatchObject(fault('not-found'));
    expect((await openBrowser().get(`/api/invites/${code}`)).status).toBe(200);
  });

  test('do not exist for one’s own space', async () => {
    const path = `/api/spaces/${host.me.ownSpace}/invites`;
    expect(await host.post(path)).toMatchObject(fault('not-allowed'));
    expect(await host.get(path)).toMatchObject(fault('not-allowed'));
  });
});
