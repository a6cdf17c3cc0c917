import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import { mustRun } from '../run.ts';
import { writeHeaders } from './write-headers.ts';

export type Part = {
  name: string;
  /** Files and folders that it is made from; the lock file counts for all. */
  sources: readonly string[];
  /** There when it was built. */
  output: string;
  build: () => Promise<unknown>;
};

const compileMessages = () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [command, ...args] = scripts.messages.split(' ');
  return mustRun('The messages do not compile.', command, args);
};

const shared = ['shared', 'tsconfig.json'];
const builtWith = { NODE_ENV: 'production' };

export const extensionDir = join(root, '.output', 'chrome-mv3');

export const messages: Part = {
  name: 'messages',
  sources: ['shared/messages'],
  output: 'shared/messages/paraglide/messages.js',
  build: compileMessages,
};

/** In the order in which they need each other. */
export const parts: readonly Part[] = [
  messages,
  {
    name: 'page',
    sources: [...shared, 'worker/site', 'worker/api/security-headers.ts', 'scripts/build'],
    output: 'dist/site/index.html',
    build: async () => {
      const config = ['build', '--config', 'worker/site/vite.config.ts', '--logLevel', 'warn'];
      await mustRun('The page does not build.', 'vite', config, builtWith);
      await writeHeaders();
    },
  },
  {
    name: 'extension',
    sources: [...shared, 'extension', 'wxt.config.ts'],
    output: '.output/chrome-mv3/manifest.json',
    build: () => mustRun('The extension does not build.', 'wxt', ['build'], builtWith),
  },
  {
    name: 'worker',
    sources: ['worker', 'shared/contract', 'shared/rules', 'wrangler.toml'],
    output: 'dist/worker/index.js',
    build: () =>
      mustRun('The Worker does not build.', 'wrangler', ['deploy', '--dry-run', '--outdir', 'dist/worker'], {
        WRANGLER_LOG_PATH: join(root, 'dist', 'logs'),
      }),
  },
];
