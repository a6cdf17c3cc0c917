import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Client, createClient } from '../../shared/client/create-client.ts';
import { newId } from '../../shared/contract/ids.ts';
import type { RecordPut } from '../../shared/contract/records.ts';
import type { Server } from '../server/start-server.ts';
import { ana, ben, group, mei, records, type SamplePerson, type SampleRecord } from './content.ts';

const files = join(import.meta.dirname, 'files');
const people = [ana, ben, mei];

/** A teacher without a passkey, for nobody signs in as one; with a device of this run's own. */
const admit = async ({ d1 }: Server, { id, ownSpace, name }: SamplePerson, token: string): Promise<void> => {
  const now = Date.now();
  const hash = createHash('sha256').update(token).digest('hex');
  const own = `INSERT OR IGNORE INTO spaces (id, type, name, created_at) VALUES (?, 'own', ?, ?)`;
  const member = `INSERT OR IGNORE INTO members (space, person, role, joined_at) VALUES (?, ?, 'host', ?)`;
  const device = `INSERT INTO devices (token_hash, id, person, kind, name, created_at, expires_at)
                  VALUES (?, ?, ?, 'page', 'npm start --sample', ?, ?)`;
  await d1.batch([
    d1
      .prepare('INSERT OR IGNORE INTO people (id, name, own_space, created_at) VALUES (?, ?, ?, ?)')
      .bind(id, name, ownSpace, now),
    d1.prepare(own).bind(ownSpace, name, now),
    d1.prepare(member).bind(ownSpace, id, now),
    d1.prepare(device).bind(hash, newId(), id, now, now + 3_600_000),
  ]);
};

const readFiles = (folder: string | null) =>
  (folder ? readdirSync(join(files, folder)) : []).map((name) => {
    const bytes = readFileSync(join(files, folder ?? '', name));
    return { name, blob: new Blob([bytes]), sha256: createHash('sha256').update(bytes).digest('hex') };
  });

/** As a device sends it: the draft, its files, then the word that it is live. */
const publish = async (client: Client, { id, kind, parent, body, folder }: SampleRecord): Promise<void> => {
  const sent = readFiles(folder);
  const manifest = sent.map(({ name, blob, sha256 }) => ({ name, bytes: blob.size, sha256 }));
  if (sent.length === 0) {
    await client.putRecord(group.id, id, 0, { kind, parent, state: 'live', body, files: [] });
    return;
  }
  const draftBody = kind === 'demo' ? { title: body.title, strategy: body.strategy } : body;
  const draft: RecordPut = { kind, parent, state: 'draft', body: draftBody, files: [] };
  const { version } = await client.putRecord(group.id, id, 0, draft);
  for (const file of sent) await client.putFile(group.id, id, file);
  await client.putRecord(group.id, id, version, { kind, parent, state: 'live', body, files: manifest });
};

const addRecords = async (clients: ReadonlyMap<SamplePerson, Client>, host: Client): Promise<void> => {
  const known = new Set((await host.changes(group.id, 0)).records.map(({ id }) => id));
  for (const record of records) {
    const client = clients.get(record.by);
    // What is there, or was there until somebody deleted it, stays as it is.
    if (client && !known.has(record.id)) await publish(client, record);
  }
};

/**
 * Three teachers' group, put there through the API as their devices would, once; answers a link by which
 * one more may join. Each start makes a new link and ends the one before.
 */
export const addSample = async (server: Server): Promise<string> => {
  const clients = new Map<SamplePerson, Client>();
  for (const person of people) {
    const token = randomBytes(32).toString('base64url');
    await admit(server, person, token);
    clients.set(person, createClient({ origin: server.url, token }));
  }
  const host = clients.get(ana);
  if (!host) throw new Error('The sample group has no host.');

  await host.makeSpace(group);
  for (const { id } of await host.invites(group.id)) await host.revokeInvite(group.id, id);
  const { code } = await host.makeInvite(group.id);
  for (const client of clients.values()) if (client !== host) await client.acceptInvite(code);
  await addRecords(clients, host);
  for (const client of clients.values()) await client.signOut(false);
  return `${server.url}/join#${code}`;
};
