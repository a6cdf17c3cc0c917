import { app } from './api/index.ts';
import type { Env } from './env.ts';
import { sweep } from './jobs/sweep.ts';

export default {
  fetch: app.fetch,
  scheduled: (_controller, env) => sweep(env, Date.now()),
} satisfies ExportedHandler<Env>;
