import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

/** The page's headers, for the server of static files: the Worker is not asked for those. */
export const writeHeaders = async (): Promise<void> => {
  writeFileSync(join(root, 'dist', 'site', '_headers'), '/*\n  X-Content-Type-Options: nosniff\n');
};
