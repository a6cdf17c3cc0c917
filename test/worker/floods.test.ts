import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { app } from '../../worker/api/index.ts';
import { origin } from './worker.ts';

type Limit = 'SIGN_IN_LIMIT' | 'CODE_LIMIT';

/** Asks with a limit that is reached, and says what it was asked to count. */
const askLimited = async (limit: Limit, method: string, path: string, address: string) => {
  const keys: string[] = [];
  const reached = {
    limit: async ({ key }: RateLimitOptions) => {
      keys.push(key);
      return { success: false };
    },
  };
  const headers = { Origin: origin, 'CF-Connecting-IP': address, 'Content-Type': 'application/json' };
  const body = JSON.stringify({ codeKind: 'setup', code: 'x', name: 'x' });
  const request = new Request(origin + path, { method, headers, ...(method === 'POST' ? { body } : {}) });
  const answer = await app.request(request, undefined, { ...env, [limit]: reached });
  return { status: answer.status, retryAfter: answer.headers.get('Retry-After'), keys };
};

test.each([
  ['SIGN_IN_LIMIT', 'POST', '/api/auth/sign-in/options'],
  ['SIGN_IN_LIMIT', 'POST', '/api/auth/sign-in/verify'],
  ['SIGN_IN_LIMIT', 'POST', '/api/auth/register/verify'],
  ['CODE_LIMIT', 'POST', '/api/auth/register/options'],
  ['CODE_LIMIT', 'GET', '/api/invites/x'],
] as const)('%s holds a flood off %s %s', async (limit, method, path) => {
  expect(await askLimited(limit, method, path, '203.0.113.9')).toEqual({
    status: 429,
    retryAfter: '60',
    keys: ['203.0.113.9'],
  });
});

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1::6', '2001:db8:1:0'],
  ['2001:db8::', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('the address %s counts as the network %s', async (address, network) => {
  const { keys } = await askLimited('CODE_LIMIT', 'GET', '/api/invites/x', address);
  expect(keys).toEqual([network]);
});
