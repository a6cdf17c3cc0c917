import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import { digestOf } from './digest-of.ts';
import { type Part, parts } from './parts.ts';

const stampsFile = join(root, 'dist', 'stamps.json');

const readStamps = (): Record<string, string> => {
  try {
    return JSON.parse(readFileSync(stampsFile, 'utf8'));
  } catch {
    // Nothing was built yet, or a build was interrupted: everything is built.
    return {};
  }
};

const writeStamp = (name: string, digest: string) => {
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampsFile, JSON.stringify({ ...readStamps(), [name]: digest }));
};

/** Builds the parts whose sources changed since they were built last; `say` hears the name of each before. */
export const build = async (say: (name: string) => void, wanted: readonly Part[] = parts): Promise<void> => {
  for (const { name, sources, output, build: make } of wanted) {
    const digest = digestOf([...sources, 'package-lock.json']);
    if (readStamps()[name] === digest && existsSync(join(root, output))) continue;
    say(name);
    await make();
    writeStamp(name, digest);
  }
};
