import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

/** Named by where they run: Node, workerd, real browsers. */
export const projects = ['unit', 'worker', 'browser'] as const;
export type Project = (typeof projects)[number];
export const isProject = (name: string): name is Project => projects.some((project) => project === name);

type Counts = { passed: number; failed: number };

const readCounts = (file: string, exitCode: number): Counts => {
  try {
    const { numPassedTests: passed, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
    // A file that cannot be loaded, or an error outside of any test, fails the run without a failed test.
    return { passed, failed: numFailedTests || (exitCode === 0 ? 0 : 1) };
  } catch {
    // It ended before it could report: that is one failure.
    return { passed: 0, failed: 1 };
  }
};

export const runProject = (project: Project, filters: readonly string[]): Promise<Counts> => {
  const report = join(root, 'dist', `test-${project}.json`);
  rmSync(report, { force: true });
  const config = ['--config', `test/${project}/vitest.config.ts`];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return new Promise((resolve, reject) => {
    const child = spawn('vitest', ['run', ...config, ...reporters, ...filters], {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(readCounts(report, code ?? 1)));
  });
};
