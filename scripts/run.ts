import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { root } from './root.ts';

type Outcome = { code: number; output: string };

/** Runs a tool of this project (its name, or a path) and keeps what it says, both streams in order. */
export const run = (
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm's tools are scripts on Windows, which only a shell starts.
      shell: process.platform === 'win32',
    });
    let output = '';
    const keep = (bytes: Buffer) => {
      output += bytes.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('exit', (code) => resolve({ code: code ?? 1, output: stripVTControlCharacters(output) }));
  });

/** The tool's own call stack helps nobody who reads what is wrong with the project. */
const withoutStack = (output: string): string =>
  output
    .trim()
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .slice(-40)
    .join('\n');

/** The same for a step that has to succeed: throws `failure` with what the tool said last. */
export const mustRun = async (
  failure: string,
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<string> => {
  const { code, output } = await run(command, args, env);
  if (code !== 0) throw new Error(`${failure}\n${withoutStack(output)}`);
  return output;
};
