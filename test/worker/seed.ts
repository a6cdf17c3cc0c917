import { env } from 'cloudflare:workers';
import { newId } from '../../shared/contract/ids.ts';
import { newSecret } from '../../worker/api/new-code.ts';
import { sha256Hex } from '../../worker/store/sha256.ts';
import { ask } from './worker.ts';

const dayMs = 86_400_000;

/** Somebody with a device and a bearer token, put straight into the tables: the kernel's tests are not about passkeys. */
export const seedPerson = async (name = 'Ada', operator = false) => {
  const [id, device, ownSpace, token, now] = [newId(), newId(), newId(), newSecret(), Date.now()];
  await env.DB.batch([
    env.DB.prepare(
      'INSERT INTO people (id, name, operator, own_space, created_at) VALUES (?, ?, ?, ?, ?)',
    ).bind(id, name, operator ? 1 : 0, ownSpace, now),
    env.DB.prepare(
      "INSERT INTO devices (token_hash, id, person, kind, name, created_at, expires_at) VALUES (?, ?, ?, 'extension', 'Test', ?, ?)",
    ).bind(await sha256Hex(token), device, id, now, now + dayMs),
  ]);
  await seedSpace('own', ownSpace, [{ id, role: 'host' }]);
  const send = (method: string, path: string, init: { body?: BodyInit; headers?: HeadersInit } = {}) => {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${token}`);
    return ask(path, { method, headers, ...(init.body === undefined ? {} : { body: init.body }) });
  };
  return { id, device, ownSpace, token, send, get: (path: string) => send('GET', path) };
};
export type Seeded = Awaited<ReturnType<typeof seedPerson>>;

const seedSpace = async (type: 'own' | 'group', id: string, people: { id: string; role: string }[]) => {
  const now = Date.now();
  await env.DB.batch([
    env.DB.prepare('INSERT INTO spaces (id, type, name, created_at) VALUES (?, ?, ?, ?)').bind(
      id,
      type,
      'Tuesday review',
      now,
    ),
    ...people.map((person) =>
      env.DB.prepare('INSERT INTO members (space, person, role, joined_at) VALUES (?, ?, ?, ?)').bind(
        id,
        person.id,
        person.role,
        now,
      ),
    ),
  ]);
};

/** A group without a roster: what is in it is what a test puts there. */
export const seedGroup = async (host: Seeded, ...members: Seeded[]): Promise<string> => {
  const id = newId();
  await seedSpace('group', id, [
    { id: host.id, role: 'host' },
    ...members.map((member) => ({ id: member.id, role: 'member' })),
  ]);
  return id;
};

export const removeMember = (space: string, person: Seeded) =>
  env.DB.prepare('UPDATE members SET left_at = ? WHERE space = ? AND person = ?')
    .bind(Date.now(), space, person.id)
    .run();

export const revokeDevice = (person: Seeded) =>
  env.DB.prepare('UPDATE devices SET revoked_at = ? WHERE id = ?').bind(Date.now(), person.device).run();

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
