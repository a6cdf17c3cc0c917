import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { root } from '../../../scripts/root.ts';
import { ffmpegCore } from '../../../shared/recording/ffmpeg/ffmpeg-core.plugin.ts';
import { aacWorker } from '../../../shared/recording/take/aac-worker.plugin.ts';

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };

/** As strict as the page's own and an extension's: no worker from a `blob:`, no script from elsewhere. */
const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; media-src blob:";

const built = new Map<string, Promise<string>>();

/** A page of test code alone, built once for a file of tests. */
const builtPage = (name: string, folder: string): Promise<string> => {
  const outDir = join(root, 'node_modules', '.cache', `chalkloop-${name}`);
  const building =
    built.get(name) ??
    build({
      root: folder,
      logLevel: 'error',
      plugins: [aacWorker(), ffmpegCore()],
      build: { outDir, emptyOutDir: true, target: 'es2024', modulePreload: false },
    }).then(() => outDir);
  built.set(name, building);
  return building;
};

/** Serves a page of code that is tested in a browser, with a folder under `/kept/` that it reads from and writes to. */
export const startCodePage = async (name: string, code: string) => {
  const folder = await mkdtemp(join(tmpdir(), `chalkloop-${name}-`));
  const pages = await builtPage(name, code);
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://code.test').pathname;
    const keptFile = path.startsWith('/kept/') ? join(folder, path.slice('/kept/'.length)) : null;
    if (keptFile && request.method === 'PUT') {
      await writeFile(keptFile, request);
      response.writeHead(204).end();
      return;
    }
    const file = keptFile ?? join(pages, path === '/' ? 'index.html' : path);
    const body = await readFile(file).catch(() => null);
    const type = types[extname(file)] ?? 'application/octet-stream';
    if (body) response.writeHead(200, { 'content-type': type, 'content-security-policy': policy });
    else response.writeHead(404);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    folder,
    // A server on a port, not on a pipe.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
