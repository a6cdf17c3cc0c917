import { createHash, randomBytes } from 'node:crypto';
import { limits } from '../../shared/contract/limits.ts';

/** What the set-up link carries, and what the database keeps of it. */
export const setupCode = () => {
  const code = randomBytes(32).toString('base64url');
  const createdAt = Date.now();
  const hash = createHash('sha256').update(code).digest('hex');
  return { code, hash, createdAt, expiresAt: createdAt + limits.setupHours * 3_600_000 };
};
