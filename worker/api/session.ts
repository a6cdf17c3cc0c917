import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { limits } from '../../shared/contract/limits.ts';
import { findDevice } from '../store/devices.ts';
import { sha256Hex } from '../store/sha256.ts';
import type { AppEnv, Caller } from './app.ts';
import { Fault } from './fault.ts';

const cookieName = '__Host-chalkloop';
const cookieOptions = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

export const ownOrigin = (c: Context<AppEnv>): string => new URL(c.req.url).origin;

/** Insists that a page of this origin asks: also where a cookie is about to be set (login CSRF). */
export const fromOwnPage = (c: Context<AppEnv>): void => {
  if (c.req.header('Origin') !== ownOrigin(c)) throw new Fault('wrong-origin');
};

const isReading = (method: string) => method === 'GET' || method === 'HEAD';

/** A read that another site started counts as nobody's: it is answered as if no cookie had come. */
const isForeignRead = (c: Context<AppEnv>): boolean => {
  const site = c.req.header('Sec-Fetch-Site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = c.req.header('Origin');
  return origin !== undefined && origin !== ownOrigin(c);
};

const presentedToken = (c: Context<AppEnv>): { token: string; via: Caller['via'] } | null => {
  const bearer = c.req.header('Authorization')?.match(/^Bearer ([\w-]{1,128})$/i)?.[1];
  if (bearer) return { token: bearer, via: 'bearer' };
  // Whoever sends Authorization speaks for that token alone: a bad one never falls back to the cookie.
  if (c.req.header('Authorization') !== undefined) return null;
  const cookie = getCookie(c, cookieName);
  if (!cookie) return null;
  if (!isReading(c.req.method)) fromOwnPage(c);
  else if (isForeignRead(c)) return null;
  return { token: cookie, via: 'cookie' };
};

/** Sets `caller` from the bearer token or the page's cookie; null where there is no live device behind it. */
export const session = createMiddleware<AppEnv>(async (c, next) => {
  const presented = presentedToken(c);
  const found = presented && (await findDevice(c.env.DB, await sha256Hex(presented.token), Date.now()));
  c.set(
    'caller',
    presented && found
      ? { person: found.person, device: found.device, via: presented.via, operator: found.operator === 1 }
      : null,
  );
  await next();
});

export const signedIn = (c: Context<AppEnv>): Caller => {
  const { caller } = c.var;
  if (caller === null) throw new Fault('not-signed-in');
  return caller;
};

/**
 * Insists on the page itself: what would outlive a device (passkeys, codes, other devices) is not made with
 * the extension's token, so that revoking the extension ends all that its token could do.
 */
export const onThePage = (c: Context<AppEnv>): Caller => {
  const caller = signedIn(c);
  if (caller.via !== 'cookie') throw new Fault('not-allowed');
  return caller;
};

export const setSessionCookie = (c: Context<AppEnv>, token: string): void =>
  setCookie(c, cookieName, token, { ...cookieOptions, maxAge: limits.sessionDays * 86_400 });

export const clearSessionCookie = (c: Context<AppEnv>): void => {
  deleteCookie(c, cookieName, cookieOptions);
};
