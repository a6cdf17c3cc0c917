import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** 32 random bytes in base64url, made once for a data folder and readable by its owner alone. */
export const readTicketKey = (dataDir: string): string => {
  const file = join(dataDir, 'ticket-key');
  mkdirSync(dataDir, { recursive: true });
  try {
    // `wx`: of two that start at once, one makes the key and both use it.
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
};
