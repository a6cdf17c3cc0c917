import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';

/** Throws a sentence when somebody else listens there already. */
export const checkPort = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const isTaken = 'code' in error && error.code === 'EADDRINUSE';
      const reason = isTaken ? 'is taken by another program' : 'may not be used by you';
      reject(new Error(`Port ${port} ${reason}: choose another with npm start -- --port ${port + 1}`));
    });
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });

/** One after another: where a parent is there and takes no folder (`/proc`), Node's own `recursive` never ends. */
const makeFolder = (path: string): void => {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    throw new Error(`${path} cannot be made a folder: choose another with --data.`, { cause: error });
  }
};

/** A database that cannot grow fails in the middle of something: find out before, with a megabyte. */
export const checkDataDir = (dataDir: string): void => {
  const probe = join(dataDir, 'probe');
  makeFolder(dataDir);
  try {
    writeFileSync(probe, Buffer.alloc(1024 * 1024));
  } finally {
    rmSync(probe, { force: true });
  }
};
