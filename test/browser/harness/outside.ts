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

/** A proxy that lets nothing through and remembers what was asked for: what a browser wants from elsewhere. */
export const startOutside = async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  return { port: await listen(server), asked, stop: () => close(server) };
};

export type Site = { port: number; stop(): Promise<void> };

/** A small web site on this machine: path → body, with its media type by ending. */
export const startSite = async (
  pages: Record<string, string | Uint8Array>,
  headers: Record<string, string> = {},
): Promise<Site> => {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site.test').pathname;
    const body = pages[path];
    const type = /\.(png|jpg)$/.test(path)
      ? `image/${path.endsWith('png') ? 'png' : 'jpeg'}`
      : 'text/html; charset=utf-8';
    if (body === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': type, ...headers }).end(body);
  });
  return { port: await listen(server), stop: () => close(server) };
};
