import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: here,
  // What ships is what is tested: the build of Dexie without code for old browsers.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' }] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    name: 'unit',
    include: ['**/*.test.{ts,tsx}'],
    // A test that needs a document says so in its first line: `// @vitest-environment happy-dom`.
    environment: 'node',
  },
});
