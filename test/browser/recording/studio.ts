import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'puppeteer-core';
import { build } from 'vite';
import { aacWorker } from '../../../scripts/build/aac-worker.ts';
import type { Take } from '../../../shared/contract/kinds/demo.ts';
import { mediaPlaylist, multivariantPlaylist } from '../../../shared/rules/playlist.ts';
import { type Camera, launchChromium } from '../harness/browsers.ts';
import { makeCamera } from '../harness/camera.ts';

const run = promisify(execFile);
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };

/** As strict as the page's own and an extension's: no worker from a `blob:`, no script from elsewhere. */
const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; media-src blob:";

/** The recorder alone on a page of its own, and a folder that takes the files as they close. */
export const openStudio = async ({ args = [], camera }: { args?: string[]; camera?: Camera } = {}) => {
  const folder = await mkdtemp(join(tmpdir(), 'chalkloop-studio-'));
  const built = join(folder, 'page');
  await build({
    root: join(import.meta.dirname, 'page'),
    logLevel: 'error',
    plugins: [aacWorker()],
    build: { outDir: built, emptyOutDir: true, target: 'es2024', modulePreload: false },
  });
  const arrivals: { name: string; atMs: number }[] = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://studio.test').pathname;
    if (request.method === 'PUT') {
      const name = path.slice('/kept/'.length);
      await writeFile(join(folder, name), request);
      arrivals.push({ name, atMs: performance.now() });
      response.writeHead(204).end();
      return;
    }
    const file = path === '/' ? '/index.html' : path;
    const body = await readFile(join(built, file)).catch(() => null);
    if (!body) response.writeHead(404).end();
    else {
      const type = types[extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const browser: Browser = await launchChromium({ camera: camera ?? (await makeCamera()), args });
  const page: Page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(message.text());
  });
  await page.goto(`http://127.0.0.1:${port}/`);

  return {
    browser,
    page,
    folder,
    arrivals,
    /** Writes the playlists that the Worker would serve, and says where the first one lies. */
    playlist: async (takes: Take[]): Promise<string> => {
      const timeline = { takes };
      await writeFile(join(folder, 'video.m3u8'), mediaPlaylist(timeline, 'video'));
      await writeFile(join(folder, 'audio.m3u8'), mediaPlaylist(timeline, 'audio'));
      const master = join(folder, 'master.m3u8');
      await writeFile(master, multivariantPlaylist(timeline, new Map()));
      return master;
    },
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

export type Probed = { codec: string; profile: string; level: number; seconds: number; packets: number };

/** What really is in a file or playlist, rendition by rendition, as ffprobe reads it. */
export const probe = async (file: string): Promise<{ video: Probed; audio: Probed }> => {
  const { stdout } = await run(
    'ffprobe',
    ['-v', 'error', '-allowed_extensions', 'ALL', '-show_streams', '-show_packets', '-of', 'json', file],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const { streams, packets } = JSON.parse(stdout);
  const read = (kind: string): Probed => {
    const stream = streams.find((one: { codec_type: string }) => one.codec_type === kind);
    const own = packets.filter((one: { stream_index: number }) => one.stream_index === stream.index);
    const starts = own.map((one: { pts_time: string }) => Number(one.pts_time));
    const ends = own.map(
      (one: { pts_time: string; duration_time?: string }) =>
        Number(one.pts_time) + Number(one.duration_time ?? 0),
    );
    return {
      codec: stream.codec_name,
      profile: stream.profile,
      level: stream.level,
      seconds: Math.max(...ends) - Math.min(...starts),
      packets: own.length,
    };
  };
  return { video: read('video'), audio: read('audio') };
};

/** Decodes everything; what ffmpeg complains about. */
export const decodeErrors = async (file: string): Promise<string> => {
  const args = ['-v', 'error', '-allowed_extensions', 'ALL', '-i', file, '-f', 'null', '-'];
  return (await run('ffmpeg', args)).stderr;
};
