import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import { wrangler } from './wrangler.ts';

type Listed = { uuid: string; name: string };

const find = (name: string): string | undefined => {
  const databases: Listed[] = JSON.parse(wrangler(['d1', 'list', '--json']));
  return databases.find((database) => database.name === name)?.uuid;
};

/** The account's database of that name, made where there is none. */
export const databaseId = (name: string): string => {
  const known = find(name);
  if (known) return known;
  wrangler(['d1', 'create', name]);
  const made = find(name);
  if (!made) throw new Error(`Cloudflare made no database named ${name}: see the lines above.`);
  return made;
};

/** `wrangler.toml` with the account's own database in it, beside it because its paths are relative; not committed. */
export const deployConfig = (database: string): string => {
  const file = join(root, 'wrangler.deploy.toml');
  const text = readFileSync(join(root, 'wrangler.toml'), 'utf8');
  writeFileSync(file, text.replace(/^database_id = .*$/m, `database_id = "${database}"`));
  return file;
};
