import { expect, test } from 'vitest';
import { ask } from './worker.ts';

test('anyone may ask whether this is a Chalkloop', async () => {
  const answer = await ask('/api/hello');
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ app: 'chalkloop', setUp: false });
});
