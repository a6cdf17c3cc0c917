import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../../scripts/server/start-server.ts';

/** The real Worker on a free port with an empty library, gone afterwards. */
export const startEmptyServer = async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'chalkloop-data-'));
  const server = await startServer({ port: 0, dataDir, quiet: true });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
