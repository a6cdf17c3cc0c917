import { Hono } from 'hono';
import type { Env } from '../env.ts';

/** Who is asking: set by the session middleware, after the token was found live and unrevoked. */
export type Caller = { person: string; device: string; via: 'cookie' | 'bearer'; operator: boolean };

/** `caller` is null where nobody is signed in; `signedIn(c)` in `session.ts` insists. */
export type AppEnv = { Bindings: Env; Variables: { caller: Caller | null } };

export const newApp = () => new Hono<AppEnv>();
