import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { applyMigrations } from './apply-migrations.ts';
import { makeSetupLink } from './setup-link.ts';
import { readTicketKey } from './ticket-key.ts';
import { workerOptions } from './worker-options.ts';

type ServerOptions = {
  /** 0 takes a free one. */
  port: number;
  /** Holds D1, R2 and the ticket key; made when it is not there. */
  dataDir: string;
  /** Says nothing of what the Worker logs. */
  quiet: boolean;
};

const sweepEveryMs = 5 * 60_000;

/**
 * The built Worker in workerd, as `wrangler.toml` describes it, with D1 and R2 on disk. Asks nobody else for
 * anything: the Worker's own outgoing requests are refused too, for it makes none.
 */
export const startServer = async ({ port, dataDir, quiet }: ServerOptions) => {
  const ticketKey = readTicketKey(dataDir);
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      ...workerOptions(ticketKey),
      host: '127.0.0.1',
      port,
      cf: false,
      telemetry: { enabled: false },
      // Where `wrangler … --local --persist-to` looks.
      resourcePersistencePath: `${dataDir}/v3`,
      ...(quiet ? { handleStructuredLogs: () => undefined } : {}),
    }),
  );
  const ready = await miniflare.ready;
  const d1 = await miniflare.getD1Database('DB');
  const r2 = await miniflare.getR2Bucket('FILES');
  const worker = await miniflare.getWorker();
  await applyMigrations(d1);

  const url = `http://localhost:${ready.port}`;
  /** What the cron trigger does in production. */
  const sweep = async () => {
    const { outcome } = await worker.scheduled({ cron: '*/10 * * * *' });
    if (outcome !== 'ok') throw new Error('The sweep ended early; the lines above say why.');
  };
  const timer = setInterval(
    () => void sweep().catch((error: Error) => console.error(error.message)),
    sweepEveryMs,
  );
  const stop = async () => {
    clearInterval(timer);
    await miniflare.dispose();
  };
  return { url, setupLink: await makeSetupLink(d1, url), d1, r2, sweep, stop };
};

export type Server = Awaited<ReturnType<typeof startServer>>;
