import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../../scripts/root.ts';

let taken: Server;
let port: number;
let free: string[];
let folder: string;

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chalkloop-start-'));
  writeFileSync(join(folder, 'file'), '');
  taken = createServer();
  port = await listen(taken);
  const other = createServer();
  free = ['--port', String(await listen(other))];
  other.close();
});
afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true });
});

const start = (...options: string[]): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'scripts', 'start.ts'), ...options], { cwd: root });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.on('close', (code) => resolve({ code, said: said.trim() }));
  });

it.each<[string, () => string[], RegExp]>([
  [
    'a port that is taken',
    () => ['--port', String(port)],
    /^Port \d+ is taken by another program: choose another/,
  ],
  ['a port that is none', () => ['--port', 'eighty'], /port/i],
  ['an option that is none', () => ['--prot', '1'], /--help lists the options/],
  [
    'a file in the way of the data',
    () => [...free, '--data', join(folder, 'file', 'data')],
    /choose another/,
  ],
  ['a folder that takes none', () => [...free, '--data', '/proc/chalkloop/data'], /choose another/],
])('says %s in one sentence, and fails', async (_, options, sentence) => {
  const { code, said } = await start(...options());
  expect(said).toMatch(sentence);
  expect(said.split('\n')).toHaveLength(1);
  expect(code).toBe(1);
});
