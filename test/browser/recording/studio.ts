import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { root } from '../../../scripts/root.ts';
import type { Take } from '../../../shared/contract/kinds/demo.ts';
import { ffmpegCore } from '../../../shared/recording/ffmpeg/ffmpeg-core.plugin.ts';
import { aacWorker } from '../../../shared/recording/take/aac-worker.plugin.ts';
import { mediaPlaylist, multivariantPlaylist } from '../../../shared/rules/playlist.ts';
import { shiftSegment } from '../../../shared/rules/shift-segment.ts';
import { type Camera, launchChromium } from '../harness/browsers.ts';

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };

/** As strict as the page's own and an extension's: no worker from a `blob:`, no script from elsewhere. */
const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; media-src blob:";

let built: Promise<string> | undefined;

/** The recorder's code on a page of its own, built once for a file of tests. */
const builtPage = (): Promise<string> => {
  const outDir = join(root, 'node_modules', '.cache', 'chalkloop-studio');
  built ??= build({
    root: join(import.meta.dirname, 'page'),
    logLevel: 'error',
    plugins: [aacWorker(), ffmpegCore()],
    build: { outDir, emptyOutDir: true, target: 'es2024', modulePreload: false },
  }).then(() => outDir);
  return built;
};

/** Serves it, and takes the recorder's files into a folder as they close. */
const startServer = async (folder: string) => {
  const pages = await builtPage();
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://studio.test').pathname;
    if (request.method === 'PUT') {
      await writeFile(join(folder, path.slice('/kept/'.length)), request);
      response.writeHead(204).end();
      return;
    }
    if (path.startsWith('/kept/')) {
      response.end(await readFile(join(folder, path.slice('/kept/'.length))));
      return;
    }
    const file = path === '/' ? '/index.html' : path;
    const body = await readFile(join(pages, file)).catch(() => null);
    const type = types[extname(file)] ?? 'application/octet-stream';
    if (body) response.writeHead(200, { 'content-type': type, 'content-security-policy': policy });
    else response.writeHead(404);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server on a port, not on a pipe.
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
};

export const openStudio = async (
  options: { args?: string[]; camera?: Camera; sharedTab?: string; isSlowedWhenHidden?: boolean } = {},
) => {
  const folder = await mkdtemp(join(tmpdir(), 'chalkloop-studio-'));
  const { server, url } = await startServer(folder);
  const browser = await launchChromium(options);
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(url);
  return {
    browser,
    page,
    folder,
    /** Writes what the Worker would serve, playlists and moved segments; where the first playlist lies. */
    playlist: async (takes: Take[]): Promise<string> => {
      for (const rendition of ['video', 'audio'] as const) {
        const playlist = mediaPlaylist({ takes }, rendition);
        await writeFile(join(folder, `${rendition}.m3u8`), playlist);
        for (const [, ticks = '', name = ''] of playlist.matchAll(/^(-?\d+)\/(.+)$/gm)) {
          const segment = await readFile(join(folder, name));
          shiftSegment(segment, Number(ticks));
          await mkdir(join(folder, ticks), { recursive: true });
          await writeFile(join(folder, ticks, name), segment);
        }
      }
      const first = join(folder, 'master.m3u8');
      await writeFile(first, multivariantPlaylist({ takes }, new Map()));
      return first;
    },
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
export type OpenedStudio = Awaited<ReturnType<typeof openStudio>>;

export const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000));
