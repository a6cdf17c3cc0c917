import { defineConfig } from 'vitest/config';

/** One file at a time: each has its own browsers and its own Worker, and two cores are soon full. */
export default defineConfig({
  test: {
    name: 'browser',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    // A fake camera that starts without frames, on a machine that does something else besides, is tried once more.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
