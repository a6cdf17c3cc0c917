import { createHash, randomBytes } from 'node:crypto';
import { createClient } from '../../../shared/client/create-client.ts';
import type { FileEntry } from '../../../shared/contract/files.ts';
import { newId } from '../../../shared/contract/ids.ts';
import type { startEmptyServer } from './server.ts';

type Server = Awaited<ReturnType<typeof startEmptyServer>>;
type Published = {
  kind: 'clip' | 'demo' | 'comment';
  parent?: string;
  body: object;
  files?: Record<string, string | Uint8Array>;
};

/** Somebody with a device and no browser, who came in by the invite link and says what they like through the API. */
export const inviteColleague = async ({ d1, url }: Server, invite: string, name: string) => {
  const [person, own, device] = [newId(), newId(), newId()];
  const token = randomBytes(32).toString('base64url');
  const now = Date.now();
  await d1.batch([
    d1
      .prepare('INSERT INTO people (id, name, own_space, created_at) VALUES (?, ?, ?, ?)')
      .bind(person, name, own, now),
    d1
      .prepare("INSERT INTO spaces (id, type, name, created_at) VALUES (?, 'own', ?, ?)")
      .bind(own, name, now),
    d1
      .prepare("INSERT INTO members (space, person, role, joined_at) VALUES (?, ?, 'host', ?)")
      .bind(own, person, now),
    d1
      .prepare(
        `INSERT INTO devices (token_hash, id, person, kind, name, created_at, expires_at)
         VALUES (?, ?, ?, 'page', 'Test', ?, ?)`,
      )
      .bind(createHash('sha256').update(token).digest('hex'), device, person, now, now + 3_600_000),
  ]);
  const client = createClient({ origin: url, token });
  const { id: space } = await client.acceptInvite(new URL(invite).hash.slice(1));

  const publish = async ({ kind, parent, body, files = {} }: Published): Promise<string> => {
    const id = newId();
    const manifest: FileEntry[] = [];
    const put = { kind, parent: parent ?? null, body };
    const draft = kind === 'demo' ? { title: '', strategy: '' } : body;
    if (Object.keys(files).length)
      await client.putRecord(space, id, 0, { ...put, state: 'draft', body: draft, files: [] });
    for (const [name, content] of Object.entries(files)) {
      const blob = new Blob([content as BlobPart]);
      const sha256 = createHash('sha256').update(content).digest('hex');
      await client.putFile(space, id, { name, sha256, blob });
      manifest.push({ name, bytes: blob.size, sha256 });
    }
    await client.putRecord(space, id, manifest.length ? 1 : 0, { ...put, state: 'live', files: manifest });
    return id;
  };
  return { person, space, token, client, publish };
};
