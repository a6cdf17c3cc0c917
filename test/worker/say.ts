import type { ErrorAnswer } from '../../shared/contract/errors.ts';
import type { FileEntry } from '../../shared/contract/files.ts';
import { newId } from '../../shared/contract/ids.ts';
import type { Changes, RecordPut, StoredRecord, Ticket } from '../../shared/contract/records.ts';
import type { Seeded } from './seed.ts';

const sha256 = async (bytes: Uint8Array) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export const clip = (change: Partial<RecordPut> & { body?: object } = {}): RecordPut => ({
  kind: 'clip',
  parent: null,
  state: 'live',
  files: [],
  ...change,
  body: {
    form: 'link',
    url: 'https://example.org/exit-tickets',
    title: 'Exit tickets that work',
    byline: '',
    site: 'Example',
    language: 'en',
    excerpt: '',
    words: 900,
    why: 'For Tuesday',
    ...change.body,
  },
});

export const comment = (parent: string, text = 'I will try this'): RecordPut => ({
  kind: 'comment',
  parent,
  state: 'live',
  files: [],
  body: { text },
});

/** A demo of one take, its timeline made of these files. */
export const demo = (files: FileEntry[], change: object = {}): RecordPut => {
  const named = (part: string) => files.map((file) => file.name).filter((name) => name.includes(part));
  const track = (letter: 'v' | 'a') => ({
    init: named(`-${letter}-init`)[0],
    segments: named(`-${letter}-0`).map((name) => ({ name, seconds: 2 })),
  });
  const video = { ...track('v'), codec: 'avc1.64001f', width: 1280, height: 720 };
  const audio = { ...track('a'), codec: 'mp4a.40.2' };
  return {
    kind: 'demo',
    parent: null,
    state: 'live',
    files,
    body: {
      title: 'Think-pair-share in four minutes',
      strategy: 'discussion',
      seconds: 2 * video.segments.length,
      takes: [{ video, audio }],
      captions: 'pending',
      students: { answer: 'no', wording: 'Could students be identified?', at: Date.now() },
      ...change,
    },
  };
};

export const demoDraft = (): RecordPut => ({
  kind: 'demo',
  parent: null,
  state: 'draft',
  files: [],
  body: { title: '', strategy: '' },
});

export const recordPath = (space: string, id: string) => `/api/spaces/${space}/records/${id}`;

export const put = (person: Seeded, space: string, id: string, version: number, body: unknown) =>
  person.send('PUT', recordPath(space, id), {
    headers: { 'If-Match': `"${version}"`, 'Content-Type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

export const remove = (person: Seeded, space: string, id: string) =>
  person.send('DELETE', recordPath(space, id));

// Tests read answers that the Worker's own types made.
export const recordOf = async (answer: Response) => (await answer.json()) as StoredRecord;
/** The runtime warns of `text()` on what is not text. */
export const textOf = async (answer: Response) => new TextDecoder().decode(await answer.arrayBuffer());
export const errorOf = async (answer: Response) => ((await answer.json()) as ErrorAnswer).error;

export const made = async (person: Seeded, space: string, body: RecordPut, id = newId()) => {
  const answer = await put(person, space, id, 0, body);
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return recordOf(answer);
};

export const changes = async (person: Seeded, space: string, after = 0, limit = 500): Promise<Changes> => {
  const answer = await person.get(`/api/spaces/${space}/changes?after=${after}&limit=${limit}`);
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Changes;
};

type Sent = { name: string; bytes: Uint8Array; headers?: Record<string, string> };

export const putFile = async (person: Seeded, space: string, id: string, { name, bytes, headers }: Sent) => {
  const digest = btoa(String.fromCharCode(...(await sha256(bytes))));
  return person.send('PUT', `${recordPath(space, id)}/files/${name}`, {
    headers: { 'Content-Length': String(bytes.byteLength), 'Repr-Digest': `sha-256=:${digest}:`, ...headers },
    body: bytes,
  });
};

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const entryOf = async (name: string, bytes: Uint8Array): Promise<FileEntry> => ({
  name,
  bytes: bytes.byteLength,
  sha256: hex(await sha256(bytes)),
});

/** Sends small files with bytes of their own, and comes back with their manifest. */
export const sendFiles = async (person: Seeded, space: string, id: string, names: string[]) => {
  const entries: FileEntry[] = [];
  for (const name of names) {
    const bytes = bytesOf(name.endsWith('.html') ? `<p>${id} ${name}</p>` : `${id} ${name}`);
    const answer = await putFile(person, space, id, { name, bytes });
    if (answer.status !== 201) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
    entries.push(await entryOf(name, bytes));
  }
  return entries;
};

export const demoFiles = [
  't1-v-init.mp4',
  't1-v-0001.m4s',
  't1-v-0002.m4s',
  't1-a-init.mp4',
  't1-a-0001.m4s',
  't1-a-0002.m4s',
];

/** A demo that was recorded and published, as the recorder does it. */
export const publishDemo = async (person: Seeded, space: string, id = newId()) => {
  await made(person, space, demoDraft(), id);
  const files = await sendFiles(person, space, id, demoFiles);
  const answer = await put(person, space, id, 1, demo(files));
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return recordOf(answer);
};

export const ticketFor = async (person: Seeded, space: string, id: string): Promise<string> => {
  const answer = await person.send('POST', `${recordPath(space, id)}/ticket`);
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as Ticket).ticket;
};
