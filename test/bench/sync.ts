import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Server, startServer } from '../../scripts/server/start-server.ts';
import { createClient } from '../../shared/client/create-client.ts';
import { newId } from '../../shared/contract/ids.ts';
import { changesSql } from '../../worker/store/changes-sql.ts';

const pulls = 25;

/** A teacher's own space with a library of `count` records, put into the tables in one statement. */
const seedLibrary = async ({ d1 }: Server, count: number) => {
  const [person, space, device] = [newId(), newId(), newId()];
  const token = randomBytes(32).toString('base64url');
  const now = Date.now();
  await d1.batch([
    d1
      .prepare('INSERT INTO people (id, name, own_space, created_at) VALUES (?, ?, ?, ?)')
      .bind(person, 'Bench', space, now),
    d1
      .prepare("INSERT INTO spaces (id, type, name, seq, created_at) VALUES (?, 'own', 'Bench', ?, ?)")
      .bind(space, count, now),
    d1
      .prepare("INSERT INTO members (space, person, role, joined_at) VALUES (?, ?, 'host', ?)")
      .bind(space, person, now),
    d1
      .prepare(
        "INSERT INTO devices (token_hash, id, person, kind, name, created_at, expires_at) VALUES (?, ?, ?, 'page', 'Bench', ?, ?)",
      )
      .bind(createHash('sha256').update(token).digest('hex'), device, person, now, now + 3_600_000),
    d1
      .prepare(
        `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?3)
         INSERT INTO records (id, space, kind, author, seq, version, state, body, files, digest, created_at, updated_at, live_at)
         SELECT ?1 || '/' || n, ?1, 'clip', ?2, n, 1, 'live', '{"title":"' || n || '"}', '[]', '', 0, 0, 0 FROM numbers`,
      )
      .bind(space, person, count),
  ]);
  return { person, space, token };
};

const note = (index: number) => ({
  kind: 'clip',
  parent: null,
  state: 'live' as const,
  files: [],
  body: {
    form: 'link',
    url: `https://example.org/${index}`,
    title: `Exit tickets that work, part ${index}`,
    byline: '',
    site: '',
    language: 'en',
    excerpt: '',
    words: 0,
    why: '',
  },
});

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** One record changes, then the device that held everything before it asks what is new. */
const measure = async (server: Server, count: number) => {
  const { person, space, token } = await seedLibrary(server, count);
  const client = createClient({ origin: server.url, token });
  const seconds: number[] = [];
  const rows: number[] = [];
  for (let index = 0; index < pulls; index += 1) {
    await client.putRecord(space, newId(), 0, note(index));
    const after = count + index;
    const startMs = performance.now();
    const { records } = await client.changes(space, after);
    seconds.push((performance.now() - startMs) / 1000);
    if (records.length !== 1) throw new Error(`${records.length} records came where one had changed.`);
    const { meta } = await server.d1.prepare(changesSql).bind(space, person, after, 501).all();
    rows.push(meta.rows_read);
  }
  return { rows: median(rows), seconds: median(seconds) };
};

/** One changed record pulled over HTTP from the real Worker, in a space of 10 and in one of 100,000. */
export const run = async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'chalkloop-bench-'));
  const server = await startServer({ port: 0, dataDir, quiet: true });
  try {
    const few = await measure(server, 10);
    const many = await measure(server, 100_000);
    return {
      rowsReadPerChange10: few.rows,
      rowsReadPerChange100000: many.rows,
      seconds10: few.seconds,
      seconds100000: many.seconds,
    };
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
