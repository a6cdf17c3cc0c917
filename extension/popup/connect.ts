import * as z from 'zod/mini';
import { createClient } from '../../shared/client/create-client.ts';
import { DeviceMade } from '../../shared/contract/people.ts';
import { askForToken } from '../clip/ask-chalkloop.ts';
import { call } from '../platform/calls.ts';
import { keep } from '../platform/kept.ts';
import { runFunction } from '../platform/run-in-tab.ts';
import type { Tab } from '../platform/tab.ts';

const Answered = z.object({ status: z.int(), answer: z.unknown() });

/** Keeps the connection, with the groups to show from now on. */
const keepConnection = async (origin: string, { token, me }: DeviceMade): Promise<void> => {
  const spaces = await createClient({ origin, token }).spaces();
  const groups = spaces.filter(({ type }) => type === 'group').map(({ id, name }) => ({ id, name }));
  await keep({ connection: { origin, token, me }, groups, ended: null });
  await call('deliver', null);
};

/** By the page's own cookie. `signed-out`: the page knows nobody. Throws where it does not answer as it should. */
export const connectByPage = async (
  tab: Tab,
  origin: string,
  name: string,
): Promise<'done' | 'signed-out'> => {
  const { status, answer } = Answered.parse(await runFunction(tab.id, askForToken, [name], 15_000));
  if (status === 401) return 'signed-out';
  await keepConnection(origin, DeviceMade.parse(answer));
  return 'done';
};

/** By the code that the page shows. Throws ApiError. */
export const connectByCode = async (origin: string, code: string, name: string): Promise<void> =>
  keepConnection(origin, await createClient({ origin, token: null }).connect(code, name));
