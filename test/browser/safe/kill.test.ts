import { afterAll, expect, it } from 'vitest';
import { openCrashSite } from './crash-site.ts';

const site = openCrashSite();
afterAll(async () => (await site).close());

it.each([1, 2, 3])('keeps every closed segment of a recording whose browser was killed (%i)', async () => {
  const { before, after, served, seconds, playable } = await (await site).crash();
  expect(after).toMatchObject(before);
  expect(after).toMatchObject(served);
  expect(seconds).toBeGreaterThanOrEqual(playable);
});
