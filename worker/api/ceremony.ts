import type { Context } from 'hono';
import { limits } from '../../shared/contract/limits.ts';
import { type Ceremony, keepCeremony, takeCeremony } from '../store/ceremonies.ts';
import type { AppEnv } from './app.ts';
import { Fault } from './fault.ts';
import { newSecret } from './new-code.ts';

/** Keeps the challenge between a ceremony's two requests; `detail` is what the second must not choose. */
export const startCeremony = async <T extends { challenge: string }>(
  c: Context<AppEnv>,
  purpose: Ceremony['purpose'],
  options: T,
  detail: unknown,
) => {
  const ceremony = newSecret();
  await keepCeremony(c.env.DB, {
    id: ceremony,
    purpose,
    challenge: options.challenge,
    detail: JSON.stringify(detail),
    expiresAt: Date.now() + limits.ceremonyMinutes * 60_000,
  });
  return { ceremony, options };
};

/** Ends the ceremony, whatever comes of it. `D` is what `startCeremony` was given for the same purpose. */
export const endCeremony = async <D>(c: Context<AppEnv>, purpose: Ceremony['purpose'], ceremony: string) => {
  const taken = await takeCeremony(c.env.DB, ceremony, purpose, Date.now());
  if (taken === null) throw new Fault('passkey-refused', { reason: 'ceremony-over' });
  return { challenge: taken.challenge, detail: JSON.parse(taken.detail) as D };
};
