import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of one request: it passes; it never gets there; half of it does; all of it, and nobody hears the answer. */
export type Fate = 'pass' | 'cut' | 'half' | 'drop-answer';

/** `METHOD path` of what was asked; it may wait for something before it is decided. */
export type Decide = (asked: string) => Fate | Promise<Fate>;

/**
 * A line of the test's own between a browser and a server, that goes wrong as it is told. It remembers how often
 * each file was sent after its answer had been heard: never, as it should be.
 */
export const startFaultyLine = async (target: () => number) => {
  const line = { decide: (() => 'pass') as Decide, sentAgain: [] as string[], dropped: 0 };
  const acknowledged = new Set<string>();

  const forward = (asked: string, from: IncomingMessage, to: ServerResponse, fate: Fate) => {
    const { method, url: path, headers } = from;
    const isFile = method === 'PUT' && asked.includes('/files/');
    if (isFile && acknowledged.has(asked)) line.sentAgain.push(asked);
    const out = request({ host: '127.0.0.1', port: target(), method, path, headers }, (answer) => {
      if (fate === 'drop-answer') {
        line.dropped += 1;
        answer.resume();
        answer.once('end', () => to.destroy());
        return;
      }
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
      const isTaken = answer.statusCode === 200 || answer.statusCode === 201;
      if (isFile && isTaken) to.once('finish', () => acknowledged.add(asked));
    });
    out.on('error', () => to.destroy());
    to.on('close', () => out.destroy());
    if (fate === 'half') from.once('data', (chunk: Buffer) => out.write(chunk.subarray(0, chunk.length / 2)));
    else from.pipe(out);
  };

  const server = createServer(async (from, to) => {
    const asked = `${from.method} ${from.url}`;
    const fate = await line.decide(asked);
    if (fate === 'cut') to.destroy();
    else forward(asked, from, to, fate);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server on a port, not on a pipe.
  const { port } = server.address() as AddressInfo;
  return Object.assign(line, {
    url: `http://localhost:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  });
};
export type FaultyLine = Awaited<ReturnType<typeof startFaultyLine>>;
