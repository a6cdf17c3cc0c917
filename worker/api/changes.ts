import * as z from 'zod/mini';
import { limits } from '../../shared/contract/limits.ts';
import { parse } from '../../shared/contract/parse-body.ts';
import { readChanges } from '../store/changes.ts';
import { newApp } from './app.ts';
import { Fault } from './fault.ts';
import { pathId } from './path-id.ts';
import { signedIn } from './session.ts';

const wholeNumber = z.coerce.number().check(z.int(), z.minimum(0));
const Asked = z.object({
  after: z._default(wholeNumber, 0),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1)), limits.changesPerPage),
});

export const changes = newApp().get('/spaces/:space/changes', async (c) => {
  const { person } = signedIn(c);
  const space = pathId(c, 'space');
  const asked = parse(Asked, c.req.query());
  if (!asked.ok) throw new Fault('bad-request', asked.refusal);
  const limit = Math.min(asked.value.limit, limits.changesPerPage);
  const found = await readChanges(c.env.DB, { space, person, after: asked.value.after, limit });
  if (!found) throw new Fault('not-found');
  return c.json(found);
});
