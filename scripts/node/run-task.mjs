import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { installIfNeeded } from './install.mjs';
import { newerNode } from './newer-node.mjs';
import { root } from './root.mjs';

const pathWith = (node) =>
  [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(
    process.platform === 'win32' ? ';' : ':',
  );

/** Type stripping needs a flag before 22.18, and announces itself as experimental in all of 22 and 23. */
const flagsOf = (version) => [
  ...(/^2[23]\./.test(version) ? ['--experimental-strip-types'] : []),
  '--disable-warning=ExperimentalWarning',
];

/** Ends this process with the task's own exit code; Ctrl-C is the task's to answer. */
const runHere = (node, version, [task, ...options]) =>
  new Promise((resolve) => {
    const child = spawn(node, [...flagsOf(version), join(root, 'scripts', `${task}.ts`), ...options], {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        PATH: pathWith(node),
        CLOUDFLARE_CF_FETCH_ENABLED: 'false',
        WRANGLER_SEND_METRICS: 'false',
        WRANGLER_HIDE_BANNER: 'true',
      },
    });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('exit', (code, signal) => {
      process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
      resolve();
    });
  });

export const runTask = async ({ isNewEnough }, args) => {
  const { node, version } = isNewEnough
    ? { node: process.execPath, version: process.versions.node }
    : await newerNode();
  await installIfNeeded(node);
  await runHere(node, version, args);
};
