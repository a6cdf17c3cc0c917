import { env } from 'cloudflare:workers';
import { newId } from '../../shared/contract/ids.ts';
import { newSecret } from '../../worker/api/new-code.ts';
import { sha256Hex } from '../../worker/store/sha256.ts';
import { insert } from './insert.ts';
import { ask } from './worker.ts';

export const personRow = (id: string, own_space: string, operator = 0) =>
  insert('people', { id, name: 'Ada', operator, own_space, created_at: Date.now() });

export const deviceRow = async (
  id: string,
  person: string,
  token: string,
  revoked_at: number | null = null,
) =>
  insert('devices', {
    token_hash: await sha256Hex(token),
    id,
    person,
    kind: 'page',
    name: 'Test',
    created_at: Date.now(),
    expires_at: Date.now() + 86_400_000,
    revoked_at,
  });

export const spaceRow = (id: string, type: 'own' | 'group', name = 'Tuesday review') =>
  insert('spaces', { id, type, name, created_at: Date.now() });

export const memberRow = (space: string, person: string, role: string, left_at: number | null = null) =>
  insert('members', { space, person, role, joined_at: Date.now(), left_at });

/** Somebody with a device and its token, put straight into the tables: the kernel's tests are not about passkeys. */
export const seedPerson = async () => {
  const [id, device, ownSpace, token] = [newId(), newId(), newId(), newSecret()];
  await env.DB.batch([
    personRow(id, ownSpace),
    await deviceRow(device, id, token),
    spaceRow(ownSpace, 'own'),
    memberRow(ownSpace, id, 'host'),
  ]);
  const send = (method: string, path: string, init: { body?: BodyInit; headers?: HeadersInit } = {}) => {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${token}`);
    return ask(path, { method, headers, ...(init.body === undefined ? {} : { body: init.body }) });
  };
  return { id, device, ownSpace, send, get: (path: string) => send('GET', path) };
};
export type Seeded = Awaited<ReturnType<typeof seedPerson>>;

/** A group without a roster: what is in it is what a test puts there. */
export const seedGroup = async (host: Seeded, ...members: Seeded[]): Promise<string> => {
  const id = newId();
  await env.DB.batch([
    spaceRow(id, 'group'),
    memberRow(id, host.id, 'host'),
    ...members.map((member) => memberRow(id, member.id, 'member')),
  ]);
  return id;
};

/** A library of many, in one statement; their bodies are of no kind that a screen knows. */
export const seedClips = async (space: string, author: Seeded, count: number) => {
  await env.DB.batch([
    env.DB.prepare(
      `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?3)
       INSERT INTO records (id, space, kind, author, seq, version, state, body, files, digest, created_at, updated_at, live_at)
       SELECT ?1 || '/' || n, ?1, 'clip', ?2, n, 1, 'live', '{"title":"' || n || '"}', '[]', '', 0, 0, 0 FROM numbers`,
    ).bind(space, author.id, count),
    env.DB.prepare('UPDATE spaces SET seq = ?2 WHERE id = ?1').bind(space, count),
  ]);
};

export const removeMember = (space: string, person: Seeded) =>
  env.DB.prepare('UPDATE members SET left_at = ? WHERE space = ? AND person = ?')
    .bind(Date.now(), space, person.id)
    .run();

export const revokeDevice = (person: Seeded) =>
  env.DB.prepare('UPDATE devices SET revoked_at = ? WHERE id = ?').bind(Date.now(), person.device).run();
