import { spawn } from 'node:child_process';
import { root } from './root.mjs';

const offline =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|network/;

/** Runs npm quietly under `node` and answers what it printed; a failure is one sentence about `purpose`. */
export const npm = (node, args, purpose) =>
  new Promise((resolve, reject) => {
    const cli = process.env.npm_execpath;
    const [command, first] = cli?.endsWith('.js') ? [node, [cli]] : ['npm', []];
    const retries = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
    const child = spawn(command, [...first, ...args.slice(0, 1), ...retries, ...args.slice(1)], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm is a script on Windows, which only a shell starts.
      shell: command === 'npm' && process.platform === 'win32',
    });
    let out = '';
    let problems = '';
    child.stdout.on('data', (bytes) => {
      out += bytes;
    });
    child.stderr.on('data', (bytes) => {
      problems += bytes;
    });
    child.on('error', () =>
      reject(
        new Error(
          `${purpose} needs npm, which was not found: install Node from https://nodejs.org, it brings npm.`,
        ),
      ),
    );
    child.on('exit', (code) => {
      if (code === 0) resolve(out.trim());
      else reject(new Error(sentence(problems, purpose)));
    });
  });

const sentence = (problems, purpose) => {
  if (/ENOSPC/.test(problems))
    return `${purpose} failed: the disk is full. Make room and run the same command again.`;
  if (/EACCES|EPERM|EROFS/.test(problems))
    return `${purpose} failed: this folder may not be written to. Change its owner or use another folder.`;
  if (offline.test(problems))
    return `${purpose} needs the network once, and npm's registry did not answer: connect and run the same command again.`;
  const first = problems.split('\n').find((line) => /^npm (error|ERR!)/.test(line) && !/code /.test(line));
  return `${purpose} failed: ${first?.replace(/^npm (error|ERR!)\s*/, '') ?? 'npm gave no reason'}`;
};
