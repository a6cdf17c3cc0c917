import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parseAst } from 'vite';

const readText = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');

const resolveFrom = (importer: string, specifier: string): string =>
  specifier.startsWith('/') ? specifier.slice(1) : normalize(join(dirname(importer), specifier));

/** What a page's HTML makes the browser load: its scripts, and what it preloads. */
export const scriptsOfPage = (folder: string, page: string): string[] =>
  [...readText(folder, page).matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="([^"]+\.js)"/g)].map(
    ([, address = '']) => resolveFrom(page, address),
  );

type Imports = { eager: string[]; lazy: string[] };

/** `lazy` holds those of dynamic imports whose address is written out. */
const importsOf = (folder: string, file: string): Imports => {
  const code = readText(folder, file);
  const found: Imports = { eager: [], lazy: [] };
  for (const node of parseAst(code).body) {
    if ('source' in node && node.source) found.eager.push(resolveFrom(file, node.source.value));
  }
  for (const [, specifier = ''] of code.matchAll(/\bimport\(\s*[`'"]([^`'"]+\.js)[`'"]/g)) {
    found.lazy.push(resolveFrom(file, specifier));
  }
  return found;
};

/** Every script that runs before anything is asked for later; `lazy` is what may be. */
export const loadedScripts = (folder: string, entries: readonly string[]) => {
  const eager = new Set<string>();
  const lazy = new Set<string>();
  const queue = [...entries];
  for (const file of queue) {
    if (eager.has(file)) continue;
    eager.add(file);
    const imports = importsOf(folder, file);
    queue.push(...imports.eager);
    for (const name of imports.lazy) lazy.add(name);
  }
  return { eager: [...eager], lazy: [...lazy] };
};

export const brotliBytes = (folder: string, files: readonly string[]): number =>
  files.reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(folder, file))).length, 0);

/** Which of `marks`, texts that only one library has, is in the files. */
export const found = (
  folder: string,
  files: readonly string[],
  marks: Readonly<Record<string, string>>,
): string[] =>
  Object.entries(marks)
    .filter(([, mark]) => files.some((file) => readText(folder, file).includes(mark)))
    .map(([name]) => name);
