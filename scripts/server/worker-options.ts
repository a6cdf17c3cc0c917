import { readFileSync } from 'node:fs';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { root } from '../root.ts';

/** What `wrangler.toml` binds, read by wrangler itself so that routing is production's, around the built script. */
export const workerOptions = (ticketKey: string) => {
  // The bundle is one module: rules for finding more are wrangler's business and miniflare takes none.
  const { modulesRules: _, ...options } = unstable_getMiniflareWorkerOptions(
    `${root}/wrangler.toml`,
  ).workerOptions;
  return {
    ...options,
    script: readFileSync(`${root}/dist/worker/index.js`, 'utf8'),
    modules: true as const,
    bindings: Object.assign({}, options.bindings, { TICKET_KEY: ticketKey }),
  };
};
