import type { D1Migration } from 'cloudflare:test';
import type { Env as WorkerEnv } from '../../worker/env.ts';

declare global {
  namespace Cloudflare {
    interface GlobalProps {
      mainModule: typeof import('../../worker/index.ts');
    }
    /** What wrangler.toml binds, and the migrations that the tests' configuration adds. */
    interface Env extends WorkerEnv {
      MIGRATIONS: D1Migration[];
    }
  }
}
