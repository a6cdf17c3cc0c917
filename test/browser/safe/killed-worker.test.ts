import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../../scripts/root.ts';
import { launchChromium } from '../harness/browsers.ts';
import { makeCamera } from '../harness/camera.ts';
import { publish, record } from '../harness/demo.ts';
import { type FaultyLine, startFaultyLine } from '../harness/faulty-line.ts';
import { until } from '../harness/hands.ts';
import { digestsOnDevice } from '../harness/kept-files.ts';
import { addPasskeys } from '../harness/passkeys.ts';
import { groupOf, setUp } from '../harness/people.ts';

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** `npm start` as it runs: a process of its own, with workerd under it. */
const start = (port: number, data: string) => {
  const args = ['scripts/start.ts', '--port', String(port), '--data', data];
  // A group of its own, so that killing it takes workerd along, as a power cut would.
  const running = spawn(process.execPath, args, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = new Promise<string>((resolve, reject) => {
    let text = '';
    running.stdout.on('data', (chunk: Buffer) => {
      text += chunk;
      if (text.includes(`localhost:${port}`)) setTimeout(() => resolve(text), 500);
    });
    running.once('exit', () => reject(new Error(`it ended: ${text}`)));
  });
  return { running, said };
};

const kill = (running: ChildProcess) =>
  new Promise<void>((resolve) => {
    running.once('exit', () => resolve());
    process.kill(-(running.pid ?? 0), 'SIGKILL');
  });

let data: string;
let port: number;
let server: ReturnType<typeof start>;
let line: FaultyLine;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'chalkloop-killed-'));
  port = await freePort();
  server = start(port, data);
  const link = (await server.said).match(/\/setup#\S+/)?.[0] ?? '';
  line = await startFaultyLine(() => port);
  browser = await launchChromium({ camera: await makeCamera() });
  page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  await addPasskeys(page);
  await setUp(page, line.url + link, 'Ana Ruiz', 'Tuesday review');
});
afterAll(async () => {
  await browser.close();
  line.stop();
  await kill(server.running);
  await rm(data, { recursive: true, force: true, maxRetries: 5 });
});

/** The group's live demo as its author is served it, once it is there. */
const served = async (space: string) => {
  const demo = await page.evaluate(async (of) => {
    const { records } = await (await fetch(`/api/spaces/${of}/changes?after=0`)).json();
    const live = records.find(
      ({ kind, state }: Record<string, string>) => kind === 'demo' && state === 'live',
    );
    if (!live) return null;
    const answer = await fetch(`/api/spaces/${of}/records/${live.id}/ticket`, { method: 'POST' });
    const names: string[] = live.files.map(({ name }: { name: string }) => name);
    return { ticket: String((await answer.json()).ticket), names };
  }, space);
  const digests: Record<string, string> = {};
  for (const name of demo?.names ?? []) {
    const answer = await fetch(`http://localhost:${port}/files/${demo?.ticket}/${name}`);
    digests[name] = createHash('sha256')
      .update(new Uint8Array(await answer.arrayBuffer()))
      .digest('hex');
  }
  return demo && digests;
};

it('publishes what was recorded though the Worker was killed in the middle of a file', async () => {
  const space = groupOf(page);
  await page.goto(`${line.url}/g/${space}/record`);
  let files = 0;
  let restarted: Promise<unknown> | undefined;
  line.decide = (asked) => {
    if (!asked.startsWith('PUT') || !asked.includes('/files/')) return 'pass';
    files += 1;
    if (files !== 4) return 'pass';
    setTimeout(() => {
      restarted = kill(server.running).then(() => {
        server = start(port, data);
        return server.said;
      });
    }, 200);
    return 'half';
  };
  await record(page, 8);
  const recorded = await digestsOnDevice(page);
  await until('the Worker was killed', () => restarted !== undefined);
  await restarted;
  await publish(page, 'After the power cut', 'Exit tickets');
  await until('it is served', async () => (await served(space)) !== null, 60_000);
  expect(await served(space)).toMatchObject(recorded);
  expect(line.sentAgain).toEqual([]);
});
