type Step = { name: string; command: string; args: string[]; showOutput?: true };

const node = (file: string): Pick<Step, 'command' | 'args'> => ({
  command: process.execPath,
  args: [...process.execArgv, `scripts/check/${file}.ts`],
});
const types = (name: string, project: string): Step => ({
  name,
  command: 'tsc',
  args: ['--noEmit', '-p', project],
});

export const steps: readonly Step[] = [
  { name: 'format-and-lint', command: 'biome', args: ['check', '--error-on-warnings'] },
  types('types-browser', 'tsconfig.json'),
  types('types-worker', 'worker/tsconfig.json'),
  types('types-scripts', 'scripts/tsconfig.json'),
  { name: 'borders', ...node('borders') },
  { name: 'storage-calls', ...node('storage-calls') },
  { name: 'unused', command: 'knip', args: ['--no-progress'] },
  { name: 'size', ...node('size'), showOutput: true },
];
