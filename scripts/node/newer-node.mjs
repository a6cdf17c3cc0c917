import { execFileSync } from 'node:child_process';
import { npm } from './npm.mjs';
import { readStamp } from './stamp.mjs';

const versionOf = (node) => {
  try {
    return execFileSync(node, ['-p', 'process.versions.node'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    // A cache that was cleared since: it is fetched again.
    return null;
  }
};

/** Node 24 from npm's registry, in npm's own cache: nothing is installed on the machine. */
export const newerNode = async () => {
  const known = readStamp().node;
  const knownVersion = known ? versionOf(known) : null;
  if (knownVersion) return { node: known, version: knownVersion };
  console.error(
    `Node ${process.versions.node} is older than Chalkloop's tools need: fetching Node 24 for this folder …`,
  );
  const node = await npm(
    process.execPath,
    ['exec', '--yes', '--package=node@24', '--', 'node', '-p', 'process.execPath'],
    'Fetching Node 24',
  );
  const version = versionOf(node);
  if (!version)
    throw new Error(
      'Node 24 was fetched but does not start here: install Node 22.12 or newer from https://nodejs.org.',
    );
  return { node, version };
};
