import { defineConfig } from 'vitest/config';

/** One file at a time: each has its own browsers and its own Worker, and two cores are soon full. */
export default defineConfig({
  test: {
    name: 'browser',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
