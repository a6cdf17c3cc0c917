import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { playerStyleHashes } from '../../../scripts/build/player-style-hashes.ts';
import { root } from '../../../scripts/root.ts';
import { mediaTypeOf } from '../../../shared/contract/files.ts';
import { Demo } from '../../../shared/contract/kinds/demo.ts';
import { captionsPlaylist } from '../../../shared/rules/captions-playlist.ts';
import { mediaPlaylist, multivariantPlaylist } from '../../../shared/rules/playlist.ts';
import { pagePolicy, securityHeaders } from '../../../worker/api/security-headers.ts';
import type { Library } from './library.ts';

const pageTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

const playlistOf = (library: Library, record: string, name: string): string | null => {
  const { body, files } = library.records.find(({ id }) => id === record) ?? {};
  const demo = Demo.safeParse(body);
  if (!demo.success) return null;
  if (name === 'master.m3u8') {
    return multivariantPlaylist(demo.data, new Map(files?.map((file) => [file.name, file.bytes])));
  }
  const { captions, seconds } = demo.data;
  if (name === 'captions.m3u8') return captions === 'pending' ? null : captionsPlaylist(captions, seconds);
  return name === 'video.m3u8' || name === 'audio.m3u8'
    ? mediaPlaylist(demo.data, name === 'video.m3u8' ? 'video' : 'audio')
    : null;
};

/**
 * The built page, served as the Worker serves it, in front of a library that may hold anything at all: also
 * what the real Worker would refuse. `asked` has every path asked for.
 */
export const startPretendWorker = async (library: Library) => {
  const policy = pagePolicy(await playerStyleHashes());
  const asked: string[] = [];
  const state = { generation: 0, refusesTickets: false };

  const answer = (response: ServerResponse, status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

  const file = (response: ServerResponse, [ticket = '', name = '']: string[]) => {
    const [record = '', generation] = ticket.split('.');
    if (Number(generation) < state.generation)
      return answer(response, 410, { error: { code: 'ticket-expired' } });
    const playlist = playlistOf(library, record, name);
    const content = playlist ?? library.bytes.get(`${record}/${name}`);
    if (content === undefined) return answer(response, 404, { error: { code: 'not-found' } });
    const type = playlist === null ? mediaTypeOf(name) : 'application/vnd.apple.mpegurl';
    return response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(content);
  };

  const api = (request: IncomingMessage, response: ServerResponse, url: URL) => {
    const path = url.pathname;
    if (path === '/api/auth/me') return answer(response, 200, { me: library.me });
    if (path === '/api/spaces') return answer(response, 200, { spaces: library.spaces() });
    if (path.endsWith('/changes')) {
      const after = Number(url.searchParams.get('after'));
      const records = library.records.filter(({ seq }) => seq > after);
      return answer(response, 200, { records, until: library.records.length, more: false });
    }
    if (path.endsWith('/ticket') && request.method === 'POST') {
      if (state.refusesTickets) return answer(response, 500, { error: { code: 'server-trouble' } });
      const record = path.split('/').at(-2);
      return answer(response, 200, {
        ticket: `${record}.${state.generation}`,
        expiresAt: Date.now() + 60_000,
      });
    }
    return answer(response, 404, { error: { code: 'not-found' } });
  };

  const site = (response: ServerResponse, path: string) => {
    const name = extname(path) ? path : '/index.html';
    const type = pageTypes[extname(name)] ?? 'application/octet-stream';
    const headers = { ...securityHeaders, 'content-security-policy': policy, 'content-type': type };
    const content = readFileSync(join(root, 'dist', 'site', name));
    response.writeHead(200, headers).end(content);
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    asked.push(`${request.method} ${url.pathname}`);
    try {
      if (url.pathname.startsWith('/api/')) return api(request, response, url);
      if (url.pathname.startsWith('/files/')) return file(response, url.pathname.split('/').slice(2));
      return site(response, url.pathname);
    } catch {
      // No such file of the page.
      return response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // The server listens on a port by now.
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked,
    /** Every ticket given so far is worth nothing from now on. */
    expireTickets: () => {
      state.generation += 1;
    },
    refuseTickets: (refuses: boolean) => {
      state.refusesTickets = refuses;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};
