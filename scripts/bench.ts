import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from './build/build.ts';
import { root } from './root.ts';
import { task } from './task.ts';

type Bench = { run(options: string[]): Promise<Record<string, unknown>> };

const folder = join(root, 'test', 'bench');

/** A file of `test/bench` that exports `run` is a bench; the others are what benches share. */
const findBenches = async (): Promise<Map<string, Bench>> => {
  const found = new Map<string, Bench>();
  for (const file of globSync('*.ts', { cwd: folder }).toSorted()) {
    const module: Partial<Bench> = await import(join(folder, file));
    if (module.run) found.set(basename(file, '.ts'), { run: module.run });
  }
  return found;
};

/** `npm run bench` runs all; `npm run bench -- sync …` that one, with what follows. Only figures go to stdout. */
await task(async () => {
  const [wanted, ...options] = process.argv.slice(2);
  const benches = await findBenches();
  if (wanted && !benches.has(wanted)) {
    throw new Error(`${wanted} is no bench: ${[...benches.keys()].join(', ')}.`);
  }
  await build((name) => console.error(`Building the ${name} …`));
  for (const [name, { run }] of benches) {
    if (wanted && name !== wanted) continue;
    console.error(`Measuring ${name} …`);
    console.log(JSON.stringify({ bench: name, ...(await run(options)) }));
  }
});
