import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );
const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

/** Chromium's own errands (clock, updates, sign-in, autofill), which no switch stops; no page asks these hosts. */
const browsersOwn = new Set([
  'accounts.google.com',
  'clients2.google.com',
  'content-autofill.googleapis.com',
  'optimizationguide-pa.googleapis.com',
  'redirector.gvt1.com',
  'update.googleapis.com',
]);

/** A proxy that lets nothing through and remembers what was asked for: what our pages want from elsewhere. */
export const startOutside = async () => {
  const asked: string[] = [];
  const note = (url = '') => {
    const { hostname } = new URL(url.includes('://') ? url : `https://${url}`);
    if (!browsersOwn.has(hostname)) asked.push(url);
  };
  const server = createServer((request, response) => {
    note(request.url);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    note(request.url);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  return { port: await listen(server), asked, stop: () => close(server) };
};

export type Site = { port: number; stop(): Promise<void> };

const mediaTypes: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg', mp4: 'video/mp4' };
const typeOf = (path: string) => mediaTypes[path.split('.').at(-1) ?? ''] ?? 'text/html; charset=utf-8';

/** A small web site on this machine: path → body, with its media type by ending; single ranges are answered. */
export const startSite = async (
  pages: Record<string, string | Uint8Array>,
  headers: Record<string, string> = {},
): Promise<Site> => {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site.test').pathname;
    const page = pages[path];
    if (page === undefined) return response.writeHead(404).end();
    const body = Buffer.from(page);
    const common = { 'content-type': typeOf(path), 'accept-ranges': 'bytes', ...headers };
    const [, from, to] = request.headers.range?.match(/^bytes=(\d+)-(\d*)$/) ?? [];
    if (from === undefined)
      return response.writeHead(200, { ...common, 'content-length': body.length }).end(body);
    const part = body.subarray(Number(from), to ? Number(to) + 1 : undefined);
    const range = `bytes ${from}-${Number(from) + part.length - 1}/${body.length}`;
    response.writeHead(206, { ...common, 'content-range': range, 'content-length': part.length }).end(part);
  });
  return { port: await listen(server), stop: () => close(server) };
};
