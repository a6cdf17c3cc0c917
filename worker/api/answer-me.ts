import type { Context } from 'hono';
import { findMe } from '../store/people.ts';
import type { AppEnv } from './app.ts';
import { Fault } from './fault.ts';

/** Who this is, to the device that asks. */
export const readMe = async (c: Context<AppEnv>, device: string) => {
  const me = await findMe(c.env.DB, device);
  if (me === null) throw new Fault('not-signed-in');
  return me;
};

export const answerMe = async (c: Context<AppEnv>, device: string) => c.json({ me: await readMe(c, device) });
