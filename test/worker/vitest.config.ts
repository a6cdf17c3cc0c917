import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const inRoot = (path: string) => new URL(`../../${path}`, import.meta.url).pathname;

/** The real Worker in workerd, as wrangler.toml binds it, with the real migrations. */
export default defineConfig({
  plugins: [
    cloudflareTest(async () => ({
      main: inRoot('worker/index.ts'),
      wrangler: { configPath: inRoot('wrangler.toml') },
      miniflare: {
        bindings: {
          TICKET_KEY: 'dGlja2V0LWtleS1vZi10aGUtdGVzdHMtMzItYnl0ZXM',
          MIGRATIONS: await readD1Migrations(inRoot('worker/migrations')),
        },
      },
    })),
  ],
  test: {
    name: 'worker',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    setupFiles: ['./migrate.ts'],
    // They share storage anyway: unique ids, not clean tables.
    isolate: false,
    testTimeout: 60_000,
  },
});
