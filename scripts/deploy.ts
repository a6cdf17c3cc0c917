import { randomBytes } from 'node:crypto';
import { build } from './build/build.ts';
import { databaseId, deployConfig } from './deploy/database.ts';
import { wrangler } from './deploy/wrangler.ts';
import { setupCode } from './server/setup-code.ts';
import { task } from './task.ts';

const name = 'chalkloop';

/** The same Worker on Cloudflare, for the account that `npx wrangler login` signed in to; safe to run again. */
await task(async () => {
  await build((part) => console.log(`Building the ${part} …`));
  const config = ['--config', deployConfig(databaseId(name))];

  const buckets = wrangler(['r2', 'bucket', 'list']);
  if (!buckets.split(/\s/).includes(name)) wrangler(['r2', 'bucket', 'create', name]);
  wrangler(['d1', 'migrations', 'apply', name, '--remote', ...config]);
  const address = /https:\/\/\S+\.workers\.dev/.exec(wrangler(['deploy', ...config]))?.[0] ?? '(its address)';
  if (!wrangler(['secret', 'list', ...config]).includes('TICKET_KEY')) {
    wrangler(['secret', 'put', 'TICKET_KEY', ...config], randomBytes(32).toString('base64url'));
  }

  const ask = (sql: string) =>
    wrangler(['d1', 'execute', name, '--remote', '--json', '--command', sql, ...config]);
  const isSetUp = /"found":\s*1/.test(ask('SELECT count(*) AS found FROM people WHERE operator = 1'));
  console.log(`\nChalkloop runs at ${address}`);
  if (isSetUp) return;
  const { code, hash, createdAt, expiresAt } = setupCode();
  // Nothing in it comes from outside: a digest in hex and two numbers.
  ask(
    `INSERT INTO codes (hash, purpose, created_at, expires_at) VALUES ('${hash}', 'setup', ${createdAt}, ${expiresAt})`,
  );
  console.log(`Open this once, within three days, to set it up:\n  ${address}/setup#${code}`);
});
