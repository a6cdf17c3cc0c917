import type { Context } from 'hono';
import { limits } from '../../shared/contract/limits.ts';
import { failedTries, noteFailedTry } from '../store/attempts.ts';
import { sha256Hex } from '../store/sha256.ts';
import type { AppEnv } from './app.ts';
import { Fault } from './fault.ts';

/** An IPv6 address stands for its /64: a household or a phone has that many of them to itself. */
const networkOf = (address: string): string => {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const after = tail === '' ? 0 : tail.split(':').length;
    groups.push(...Array.from({ length: Math.max(0, 8 - groups.length - after) }, () => '0'));
  }
  return groups.slice(0, 4).join(':');
};

const callerKey = (c: Context<AppEnv>): string => networkOf(c.req.header('CF-Connecting-IP') ?? 'local');

/**
 * Holds off floods only, per network and minute: a whole staff room joins from behind one address.
 * The binding counts per Cloudflare location (https://developers.cloudflare.com/workers/runtime-apis/bindings/rate-limit/).
 */
export const holdFloods = async (
  c: Context<AppEnv>,
  limit: 'SIGN_IN_LIMIT' | 'CODE_LIMIT',
): Promise<void> => {
  const { success } = await c.env[limit].limit({ key: callerKey(c) });
  if (!success) throw new Fault('slow-down', { retryAfterSeconds: 60 });
};

/** Throws once too many codes that never were came from the network. */
const stopGuessing = async (c: Context<AppEnv>, caller: string, now: number): Promise<void> => {
  const windowMs = limits.guessMinutes * 60_000;
  const tries = await failedTries(c.env.DB, caller, now - windowMs, limits.guesses);
  const [oldest] = tries;
  if (oldest === undefined || tries.length < limits.guesses) return;
  throw new Fault('slow-down', {
    retryAfterSeconds: Math.max(1, Math.ceil((oldest + windowMs - now) / 1000)),
  });
};

/**
 * Runs what looks a code up, and counts codes that never were against the caller's network. A code short
 * enough to be guessed is then not looked at; a long one that is good always serves, so that nobody's
 * mistyping locks a staff room out, and the same worn-out link may be followed by forty people.
 */
export const countGuesses = async <T>(
  c: Context<AppEnv>,
  code: 'short' | 'long',
  lookUp: () => Promise<T>,
): Promise<T> => {
  await holdFloods(c, 'CODE_LIMIT');
  const caller = `code ${await sha256Hex(callerKey(c))}`;
  const now = Date.now();
  if (code === 'short') await stopGuessing(c, caller, now);
  try {
    return await lookUp();
  } catch (error) {
    if (error instanceof Fault && error.code === 'code-unknown') {
      await stopGuessing(c, caller, now);
      await noteFailedTry(c.env.DB, caller, now);
    }
    throw error;
  }
};
