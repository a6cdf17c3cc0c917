import * as z from 'zod/mini';
import { deviceCalls } from './devices.ts';
import { identityCalls } from './identity.ts';
import { recordCalls } from './records.ts';
import { createAsk } from './request.ts';
import type { Send, Session } from './session.ts';
import { spaceCalls } from './spaces.ts';

const Hello = z.object({
  app: z.literal('chalkloop'),
  setUp: z.boolean(),
  draftsCaptions: z.optional(z.boolean()),
});

/** Everything the Worker can be asked; every answer is parsed by the contract. Throws ApiError. */
export const createClient = (session: Session, send: Send = (address, init) => fetch(address, init)) => {
  const ask = createAsk(session, send);
  return {
    /** Whether a Chalkloop is at the origin, and whether anybody has set it up. */
    hello: () => ask({ path: '/api/hello', answer: Hello }),
    ...identityCalls(ask),
    ...deviceCalls(ask),
    ...spaceCalls(ask),
    ...recordCalls(ask, session.origin),
  };
};

export type Client = ReturnType<typeof createClient>;
