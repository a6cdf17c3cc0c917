import type { Context, ErrorHandler } from 'hono';
import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './app.ts';
import { drain } from './drain.ts';
import { Fault } from './fault.ts';
import { dataPolicy, securityHeaders } from './security-headers.ts';

/**
 * Any origin may ask, with a bearer token or a ticket; never with credentials, so that no foreign page
 * borrows the cookie. The extension needs no host permission because of this.
 */
export const anyOrigin = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE'],
  allowHeaders: ['Authorization', 'Content-Type', 'If-Match', 'Repr-Digest', 'Range'],
  exposeHeaders: ['ETag', 'Retry-After', 'Content-Range', 'Content-Length'],
  maxAge: 7_200,
});

/** Nothing is kept by a cache or run by a browser unless a route said so itself. */
export const guarded = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  await drain(c.req.raw);
  for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value);
  if (!c.res.headers.has('Content-Security-Policy')) {
    c.res.headers.set('Content-Security-Policy', dataPolicy);
  }
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
});

const answerFault = (c: Context<AppEnv>, fault: Fault) => {
  const { retryAfterSeconds } = fault.detail;
  if (retryAfterSeconds !== undefined) c.header('Retry-After', String(retryAfterSeconds));
  return c.json(fault.toAnswer(), fault.status);
};

/** The one place where something thrown becomes an answer; what is not a Fault is ours, and is logged. */
export const onError: ErrorHandler<AppEnv> = (error, c) => {
  if (error instanceof Fault) return answerFault(c, error);
  console.error(error);
  return answerFault(c, new Fault('server-trouble'));
};

export const onNotFound = (c: Context<AppEnv>) => answerFault(c, new Fault('not-found'));
