import type { Context } from 'hono';
import { Id } from '../../shared/contract/ids.ts';
import type { AppEnv } from './app.ts';
import { Fault } from './fault.ts';

/** An id from the path; what is not one names nothing: 404. */
export const pathId = (c: Context<AppEnv>, name: string): Id => {
  const id = Id.safeParse(c.req.param(name));
  if (!id.success) throw new Fault('not-found');
  return id.data;
};
