import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

type Link = { bitsPerSecond: number; roundTripMs: number };

/** Passes bytes on after half the round trip, no faster than the line allows; `due` is shared by a direction's sockets. */
const slowly = (
  from: Socket,
  to: Socket,
  line: { freeAtMs: number },
  { bitsPerSecond, roundTripMs }: Link,
) => {
  from.on('data', (chunk: Buffer) => {
    const startsMs = Math.max(performance.now(), line.freeAtMs);
    line.freeAtMs = startsMs + (chunk.length * 8 * 1000) / bitsPerSecond;
    from.pause();
    const waitMs = line.freeAtMs - performance.now();
    setTimeout(
      () => {
        from.resume();
        setTimeout(() => to.destroyed || to.write(chunk), roundTripMs / 2);
      },
      Math.max(0, waitMs),
    );
  });
  from.on('end', () =>
    setTimeout(() => to.end(), roundTripMs / 2 + Math.max(0, line.freeAtMs - performance.now())),
  );
  from.on('error', () => to.destroy());
  from.on('close', () => setTimeout(() => to.destroy(), roundTripMs));
};

export type SlowLink = { port: number; stop(): void };

/** A port that leads to `target` over one slow line in each direction, as a home or school connection would. */
export const startSlowLink = (target: number, link: Link) =>
  new Promise<SlowLink>((resolve) => {
    const up = { freeAtMs: 0 };
    const down = { freeAtMs: 0 };
    const server = createServer((near) => {
      const far = connect(target, '127.0.0.1');
      near.setNoDelay(true);
      far.setNoDelay(true);
      slowly(near, far, up, link);
      slowly(far, near, down, link);
    });
    server.listen(0, '127.0.0.1', () =>
      resolve({ port: (server.address() as AddressInfo).port, stop: () => server.close() }),
    );
  });
