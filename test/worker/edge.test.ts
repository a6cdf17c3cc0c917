import { env } from 'cloudflare:workers';
import { describe, expect, test, vi } from 'vitest';
import { app } from '../../worker/api/index.ts';
import { pagePolicy, securityHeaders } from '../../worker/api/security-headers.ts';
import { errorOf } from './say.ts';
import { seedPerson } from './seed.ts';
import { ask } from './worker.ts';

test('anyone may ask whether this is a Chalkloop', async () => {
  expect(await (await ask('/api/hello')).json()).toMatchObject({ app: 'chalkloop' });
});

describe('every answer', () => {
  test.each(['/api/hello', '/api/auth/me', '/api/nowhere', '/files/x/y.jpg', '/feeds/x', '/'])(
    'to %s is sealed off, kept by no cache, and open to any origin without the cookie',
    async (path) => {
      const { headers } = await ask(path);
      for (const [name, value] of Object.entries(securityHeaders)) expect(headers.get(name)).toBe(value);
      expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'; frame-ancestors 'none'");
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(headers.has('Access-Control-Allow-Credentials')).toBe(false);
    },
  );

  test('to a path or method that is not there is the same 404', async () => {
    const person = await seedPerson();
    for (const [method, path] of [
      ['GET', '/api'],
      ['GET', '/api/nowhere'],
      ['POST', '/api/hello'],
      ['GET', `/api/spaces/${person.ownSpace}`],
      ['GET', '/files/x'],
      ['PUT', '/files/x/y.jpg'],
      ['GET', '/index.html'],
    ] as const) {
      const answer = await person.send(method, path);
      expect([answer.status, await errorOf(answer)]).toEqual([404, { code: 'not-found' }]);
    }
  });

  test('to a large body comes once it was read, for a sender that is cut off hears nothing', async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        if (sent > 64) controller.close();
        else controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const answer = await ask('/api/auth/me', { method: 'PATCH', body });
    expect([answer.status, sent]).toEqual([401, 65]);
  });

  test('says nothing of what went wrong inside', async () => {
    const logged = vi.spyOn(console, 'error').mockReturnValue();
    const answer = await app.request('/api/hello', {}, { ...env, DB: null });
    expect([answer.status, await errorOf(answer)]).toEqual([500, { code: 'server-trouble' }]);
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });
});

test('a preflight lets the extension ask, and is remembered', async () => {
  const answer = await ask('/api/spaces/x/records/y', {
    method: 'OPTIONS',
    headers: {
      Origin: 'chrome-extension://abcdefghijklmnop',
      'Access-Control-Request-Method': 'PUT',
      'Access-Control-Request-Headers': 'authorization,content-type,if-match,repr-digest',
    },
  });
  expect(answer.status).toBe(204);
  expect(answer.headers.get('Access-Control-Allow-Methods')?.split(',')).toEqual(
    expect.arrayContaining(['PUT', 'PATCH', 'DELETE']),
  );
  const allowed = answer.headers.get('Access-Control-Allow-Headers')?.toLowerCase().split(',');
  expect(allowed).toEqual(
    expect.arrayContaining(['authorization', 'content-type', 'if-match', 'repr-digest']),
  );
  expect(answer.headers.get('Access-Control-Max-Age')).toBe('7200');
});

test('the page’s policy lets nothing run, load or frame that is not its own', () => {
  const policy = pagePolicy(['sha256-abc=']);
  const directives = new Map(policy.split('; ').map((line) => [line.split(' ')[0], line]));
  expect(directives.get('default-src')).toBe("default-src 'none'");
  expect(directives.get('script-src')).toBe("script-src 'self' 'wasm-unsafe-eval'");
  expect(directives.get('style-src')).toBe("style-src 'self' 'sha256-abc='");
  expect(directives.get('frame-ancestors')).toBe("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
});
