import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../shared/contract/ids.ts';
import { fault } from './fault.ts';
import {
  inviteTo,
  makeGroup,
  makeMember,
  makeOperator,
  makeStranger,
  type Person,
  rosterOf,
} from './people.ts';

let operator: Person;
beforeAll(async () => {
  operator = await makeOperator();
});

/** A group of three, which the operator has nothing to do with. */
const makeTrio = async () => {
  const host = await makeStranger(operator, 'Hana Host');
  const space = await makeGroup(host);
  const [ben, cai] = [await makeMember(host, space, 'Ben'), await makeMember(host, space, 'Cai')];
  const at = (person: Person) => `/api/spaces/${space}/members/${person.me.id}`;
  const inside = async (person: Person) => (await person.get(`/api/spaces/${space}/changes`)).status === 200;
  return { host, ben, cai, space, at, inside };
};

const clip = {
  form: 'link',
  url: 'https://example.test/a',
  title: 'A page',
  byline: '',
  site: '',
  language: '',
  excerpt: '',
  words: 0,
  why: '',
};
const save = async (person: Person, space: string, state: 'draft' | 'live') => {
  const id = newId();
  const put = { kind: 'clip', parent: null, state, body: clip, files: [] };
  const answer = await person.put(`/api/spaces/${space}/records/${id}`, put, { 'If-Match': '"0"' });
  expect(answer.status).toBe(201);
  return id;
};
const addFile = (space: string, record: string) =>
  env.DB.prepare(
    "INSERT INTO files (space, record, name, sha256, bytes, state, put_at) VALUES (?, ?, 'lead.jpg', '', 1, 'present', 0)",
  )
    .bind(space, record)
    .run();
const fileStates = async (space: string) => {
  const { results } = await env.DB.prepare('SELECT record, state FROM files WHERE space = ?')
    .bind(space)
    .all<{ record: string; state: string }>();
  return Object.fromEntries(results.map(({ record, state }) => [record, state]));
};

describe('leaving', () => {
  test('is one request, and the group goes on without that person', async () => {
    const { host, ben, space, at, inside } = await makeTrio();
    expect((await ben.delete(at(ben))).status).toBe(200);
    expect(await inside(ben)).toBe(false);
    expect((await rosterOf(host, space)).body.people).toContainEqual({
      id: ben.me.id,
      name: 'Ben',
      role: 'member',
      left: true,
    });
    expect(await ben.delete(at(ben))).toMatchObject(fault('not-found'));
  });

  test('takes drafts along, and leaves what was shared', async () => {
    const { host, ben, space, at } = await makeTrio();
    const [draft, live] = [await save(ben, space, 'draft'), await save(ben, space, 'live')];
    const others = await save(host, space, 'draft');
    for (const record of [draft, live, others]) await addFile(space, record);
    await ben.delete(at(ben));
    expect(await fileStates(space)).toEqual({ [draft]: 'doomed', [live]: 'present', [others]: 'present' });
    const { records } = (await host.get(`/api/spaces/${space}/changes`)).json;
    const ids = records.map(({ id }: { id: string }) => id);
    expect(ids).toContain(live);
    expect(ids).not.toContain(draft);
    await ben.post(`/api/invites/${(await inviteTo(host, space)).code}/accept`);
    expect(JSON.stringify((await ben.get(`/api/spaces/${space}/changes`)).json)).not.toContain(draft);
  });

  test('is not open to the last host while others stay', async () => {
    const { host, ben, cai, at, inside } = await makeTrio();
    expect(await host.delete(at(host))).toMatchObject(fault('last-host'));
    expect(await inside(host)).toBe(true);
    expect((await host.patch(at(ben), { role: 'host' })).status).toBe(200);
    expect((await host.delete(at(host))).status).toBe(200);
    expect((await ben.delete(at(cai))).status).toBe(200);
  });

  test('of both hosts at once leaves one of them', async () => {
    const { host, ben, at } = await makeTrio();
    await host.patch(at(ben), { role: 'host' });
    const both = await Promise.all([host.delete(at(host)), ben.delete(at(ben))]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  test('of the last person closes the group, and nothing of it stays', async () => {
    const { host, ben, cai, space, at } = await makeTrio();
    const record = await save(host, space, 'live');
    await addFile(space, record);
    const { code } = await inviteTo(host, space);
    for (const person of [ben, cai, host]) expect((await person.delete(at(person))).status).toBe(200);
    expect(await fileStates(space)).toEqual({ [record]: 'doomed' });
    const left = await env.DB.prepare('SELECT count(*) AS n FROM records WHERE space = ?')
      .bind(space)
      .first();
    expect(left).toEqual({ n: 0 });
    expect(await ben.post(`/api/invites/${code}/accept`)).toMatchObject(fault('code-revoked'));
  });

  test('is not possible from one’s own space', async () => {
    const { ben } = await makeTrio();
    const path = `/api/spaces/${ben.me.ownSpace}`;
    expect(await ben.delete(`${path}/members/${ben.me.id}`)).toMatchObject(fault('not-allowed'));
    expect(await ben.patch(`${path}/members/${ben.me.id}`, { role: 'member' })).toMatchObject(
      fault('not-allowed'),
    );
    expect(await ben.delete(path)).toMatchObject(fault('not-allowed'));
    expect(await ben.patch(path, { name: 'Mine' })).toMatchObject(fault('not-allowed'));
  });
});

describe('a host', () => {
  test('removes a member, who then sees nothing of the group, by any device', async () => {
    const { host, ben, space, at } = await makeTrio();
    const { json } = await ben.post('/api/auth/devices', { name: 'Extension' });
    expect((await host.delete(at(ben))).status).toBe(200);
    for (const headers of [{}, { Authorization: `Bearer ${json.token}` }]) {
      expect(await ben.get(`/api/spaces/${space}/changes`, headers)).toMatchObject(fault('not-found'));
      const { spaces } = (await ben.get('/api/spaces', headers)).json;
      expect(spaces).toEqual([expect.objectContaining({ id: ben.me.ownSpace })]);
    }
  });

  test('may hand over and step back, but not be the last to', async () => {
    const { host, ben, space, at } = await makeTrio();
    expect(await host.patch(at(host), { role: 'member' })).toMatchObject(fault('last-host'));
    await host.patch(at(ben), { role: 'host' });
    expect((await host.patch(at(host), { role: 'member' })).status).toBe(200);
    expect(await host.patch(`/api/spaces/${space}`, { name: 'Mine again' })).toMatchObject(
      fault('not-allowed'),
    );
    expect((await ben.patch(`/api/spaces/${space}`, { name: 'Ben’s' })).json.space.name).toBe('Ben’s');
  });

  test('finds nobody who is not in the group', async () => {
    const { host, ben, at } = await makeTrio();
    await ben.delete(at(ben));
    for (const person of [ben, operator]) {
      expect(await host.delete(at(person))).toMatchObject(fault('not-found'));
      expect(await host.patch(at(person), { role: 'host' })).toMatchObject(fault('not-found'));
    }
  });

  test('closes the group for everybody, at once', async () => {
    const { host, ben, cai, space } = await makeTrio();
    expect((await host.delete(`/api/spaces/${space}`)).status).toBe(200);
    for (const person of [host, ben, cai]) {
      expect(await person.get(`/api/spaces/${space}/changes`)).toMatchObject(fault('not-found'));
      expect(JSON.stringify((await person.get('/api/spaces')).json)).not.toContain(space);
    }
    expect(await host.delete(`/api/spaces/${space}`)).toMatchObject(fault('not-found'));
    expect(await host.post('/api/spaces', { id: space, name: 'Tuesday review' })).toMatchObject(
      fault('not-found'),
    );
  });
});

test.each([
  ['a member', 'not-allowed'],
  ['a host who left', 'not-found'],
  ['the operator', 'not-found'],
] as const)('%s does none of that to others', async (who, code) => {
  const { host, ben, cai, space, at } = await makeTrio();
  const asker = who === 'the operator' ? operator : ben;
  if (who === 'a host who left') {
    await host.patch(at(ben), { role: 'host' });
    await ben.delete(at(ben));
  }
  expect(await asker.delete(at(cai))).toMatchObject(fault(code));
  expect(await asker.patch(at(cai), { role: 'host' })).toMatchObject(fault(code));
  expect(await asker.patch(`/api/spaces/${space}`, { name: 'Mine' })).toMatchObject(fault(code));
  expect(await asker.delete(`/api/spaces/${space}`)).toMatchObject(fault(code));
  expect((await cai.get(`/api/spaces/${space}/changes`)).status).toBe(200);
});

describe('the roster', () => {
  test('has one seq more, and one version, for each change of a name or a role', async () => {
    const { host, ben, space, at } = await makeTrio();
    const { seq, version } = await rosterOf(host, space);
    await host.patch(at(ben), { role: 'host' });
    await host.patch(`/api/spaces/${space}`, { name: 'Wednesday review' });
    await ben.patch('/api/auth/me', { name: 'Benjamin' });
    await ben.delete(at(ben));
    const after = await rosterOf(host, space);
    expect(after).toMatchObject({ seq: seq + 4, version: version + 4, records: 1 });
    expect(after.body).toMatchObject({ name: 'Wednesday review' });
    expect(after.body.people).toContainEqual({ id: ben.me.id, name: 'Benjamin', role: 'host', left: true });
  });

  test('stays as it is where nothing changed', async () => {
    const { host, ben, space, at } = await makeTrio();
    const look = async () => [await rosterOf(host, space), (await host.get('/api/spaces')).json];
    const before = await look();
    await host.patch(at(host), { role: 'host' });
    await host.patch(`/api/spaces/${space}`, { name: 'Tuesday review' });
    await ben.patch('/api/auth/me', { name: 'Ben' });
    await ben.delete(`/api/spaces/${space}`);
    expect(await look()).toEqual(before);
  });

  test('of every group that one is in hears a new name, and of no other', async () => {
    const { host, ben, space, at } = await makeTrio();
    const second = await makeGroup(ben, 'Second');
    const left = await makeGroup(host, 'Left');
    await ben.post(`/api/invites/${(await inviteTo(host, left)).code}/accept`);
    await ben.delete(at(ben).replace(space, left));
    const [inFirst, inSecond, inLeft] = [
      await rosterOf(ben, space),
      await rosterOf(ben, second),
      await rosterOf(host, left),
    ];
    await ben.patch('/api/auth/me', { name: 'Benedikt' });
    expect((await rosterOf(ben, space)).seq).toBe(inFirst.seq + 1);
    expect((await rosterOf(ben, second)).seq).toBe(inSecond.seq + 1);
    expect((await rosterOf(host, left)).seq).toBe(inLeft.seq);
    const own = (await ben.get('/api/spaces')).json.spaces[0];
    expect(own).toMatchObject({ id: ben.me.ownSpace, name: 'Benedikt' });
  });
});
