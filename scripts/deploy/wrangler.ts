import { spawnSync } from 'node:child_process';
import { root } from '../root.ts';

/** Runs wrangler where one can see it and answers what it wrote; `input` is what it would ask for. */
export const wrangler = (args: readonly string[], input = ''): string => {
  const { status, stdout } = spawnSync('wrangler', args, {
    cwd: root,
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  process.stdout.write(stdout ?? '');
  if (status !== 0) {
    throw new Error(
      `wrangler ${args.slice(0, 3).join(' ')} failed, as it says above. Signed in? npx wrangler login`,
    );
  }
  return stdout;
};
