import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { root } from './root.mjs';
import { readStamp, writeStamp } from './stamp.mjs';

const writtenAt = (...path) => statSync(join(root, ...path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** npm writes its own note when it is done: newer than the lock file means that somebody ran `npm ci` by hand. */
const isInstalledByHand = () =>
  writtenAt('node_modules', '.package-lock.json') >= writtenAt('package-lock.json');

export const installIfNeeded = async (node) => {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = readStamp();
  if (stamp.lock !== lock && !isInstalledByHand()) {
    console.error('Installing what Chalkloop is built from (once, about a minute) …');
    await npm(node, ['ci', '--no-audit', '--no-fund'], 'Installing');
  }
  if (stamp.lock !== lock || stamp.node !== node) writeStamp({ lock, node });
};
