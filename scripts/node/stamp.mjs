import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './root.mjs';

const file = join(root, 'node_modules', '.cache', 'chalkloop', 'installed.json');

/** Which lock file was installed, and the Node that was fetched for it; it goes with `node_modules`. */
export const readStamp = () => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Nothing was installed by us yet.
    return {};
  }
};

export const writeStamp = (stamp) => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(stamp));
};
