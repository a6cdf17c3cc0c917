import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagePolicy, securityHeaders } from '../../worker/api/security-headers.ts';
import { root } from '../root.ts';
import { playerStyleHashes } from './player-style-hashes.ts';

const block = (path: string, headers: Readonly<Record<string, string>>): string =>
  [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');

/**
 * The static page's headers (https://developers.cloudflare.com/workers/static-assets/headers/): its files are
 * served without asking the Worker. A built asset carries its digest in its name, and still no browser is told
 * here to keep it for good: an asset that is not there (any more, or not yet everywhere) is answered with the
 * page, under the same header. The service worker keeps assets, and can tell.
 */
export const writeHeaders = async (): Promise<void> => {
  const policy = pagePolicy(await playerStyleHashes());
  const headers = block('/*', { ...securityHeaders, 'Content-Security-Policy': policy });
  writeFileSync(join(root, 'dist', 'site', '_headers'), headers);
};
