import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts a process's time in hundredths of a second (`getconf CLK_TCK`). */
const ticksPerSecond = 100;

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It ended meanwhile.
    return '';
  }
};

/** What stands behind the name, which may hold anything (proc_pid_stat(5)). */
const statOf = (pid: number): number[] =>
  read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ').slice(1).map(Number) ?? [];

const treeOf = (root: number): number[] => {
  const parents = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
    .map((pid) => ({ pid, parent: statOf(pid)[0] }));
  const found = [root];
  for (const pid of found)
    found.push(...parents.filter(({ parent }) => parent === pid).map((one) => one.pid));
  return found;
};

/** What a process and all that it started have used of the machine: seconds of a core, and bytes of their own. */
export const usageOf = (root: number): { cpuSeconds: number; bytes: number } => {
  let ticks = 0;
  let bytes = 0;
  for (const pid of treeOf(root)) {
    const stat = statOf(pid);
    ticks += (stat[10] ?? 0) + (stat[11] ?? 0);
    for (const [, kilobytes] of read(`/proc/${pid}/smaps_rollup`).matchAll(/^Private_\w+: +(\d+) kB$/gm)) {
      bytes += Number(kilobytes) * 1024;
    }
  }
  return { cpuSeconds: ticks / ticksPerSecond, bytes };
};
