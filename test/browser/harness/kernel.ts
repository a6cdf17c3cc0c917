import { createHash, randomBytes } from 'node:crypto';
import { newId } from '../../../shared/contract/ids.ts';
import type { startEmptyServer } from './server.ts';

type Server = Pick<Awaited<ReturnType<typeof startEmptyServer>>, 'd1' | 'url'>;

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();

/** Somebody in a group of one, who speaks to the Worker without a page: what is tested there is not how one gets in. */
export const seedMember = async ({ d1, url }: Server) => {
  const [person, own, group] = [newId(), newId(), newId()];
  const token = randomBytes(32).toString('base64url');
  const now = Date.now();
  const insert = (table: string, row: Record<string, string | number>) =>
    d1
      .prepare(
        `INSERT INTO ${table} (${Object.keys(row)}) VALUES (${Object.keys(row).map((_, at) => `?${at + 1}`)})`,
      )
      .bind(...Object.values(row));
  await d1.batch([
    insert('people', { id: person, name: 'Ana', operator: 0, own_space: own, created_at: now }),
    insert('devices', {
      token_hash: sha256(token).toString('hex'),
      id: newId(),
      person,
      kind: 'page',
      name: 'Test',
      created_at: now,
      expires_at: now + 86_400_000,
    }),
    insert('spaces', { id: own, type: 'own', name: 'Ana', created_at: now }),
    insert('members', { space: own, person, role: 'host', joined_at: now }),
    insert('spaces', { id: group, type: 'group', name: 'Tuesday review', created_at: now }),
    insert('members', { space: group, person, role: 'host', joined_at: now }),
  ]);
  const send = async (method: string, path: string, body: Uint8Array | string, headers: object = {}) => {
    const answer = await fetch(url + path, {
      method,
      headers: { Authorization: `Bearer ${token}`, ...headers },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json() as Promise<Record<string, unknown>>;
  };
  return {
    group,
    newRecord: newId,
    put: (record: string, version: number, put: object) =>
      send('PUT', `/api/spaces/${group}/records/${record}`, JSON.stringify(put), {
        'If-Match': `"${version}"`,
        'Content-Type': 'application/json',
      }),
    /** Sends the bytes; their line of the manifest. */
    putFile: async (record: string, name: string, bytes: Uint8Array) => {
      const digest = sha256(bytes);
      await send('PUT', `/api/spaces/${group}/records/${record}/files/${name}`, bytes, {
        'Repr-Digest': `sha-256=:${digest.toString('base64')}:`,
      });
      return { name, bytes: bytes.length, sha256: digest.toString('hex') };
    },
    ticketFor: async (record: string) => {
      const { ticket } = await send('POST', `/api/spaces/${group}/records/${record}/ticket`, '');
      return `${url}/files/${ticket}`;
    },
  };
};
