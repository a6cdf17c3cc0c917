import type { ApiError } from '../client/api-error.ts';
import { backoffMs } from './backoff.ts';
import { beginAnew } from './begin-anew.ts';
import type { LocalDb, OutboxRow } from './db.ts';
import { refuse } from './refuse.ts';
import { resendFiles } from './resend-files.ts';
import { settleStale } from './settle-stale.ts';

type Clock = { now: () => number; random: () => number };

/** After a failed request: `go-on` with what else waits, or what ends this round. `offline` ends it the second time. */
export type Verdict = 'go-on' | 'offline' | 'signed-out' | 'slow-down';

/** What may turn out otherwise by itself. Every other code of the contract is for good. */
const passing: ReadonlySet<ApiError['code']> = new Set([
  'unreadable',
  'server-trouble',
  'slow-down',
  'wrong-origin',
  'stale',
]);

/** Bytes can be damaged on the way, but not each time. */
const isPassing = (code: ApiError['code'], attempts: number): boolean =>
  passing.has(code) || (code === 'digest-mismatch' && attempts < 4);

const offlineMs = 4_000;

/** Decides what becomes of a row that was not taken. `before` is the row as it was before this attempt. */
export const settleFailure = async (
  db: LocalDb,
  { now, random }: Clock,
  before: OutboxRow,
  error: ApiError,
): Promise<Verdict> => {
  const attempts = before.attempts + 1;
  const later = now() + backoffMs(attempts, random, error.retryAfterSeconds);

  if (error.code === 'not-signed-in') return 'signed-out';
  if (error.code === 'offline') {
    await db.outbox.update(before.order, { notBeforeMs: now() + backoffMs(1, random) + offlineMs });
    return 'offline';
  }
  if (before.op === 'put' && error.code === 'files-missing') {
    await resendFiles(db, before, error.names ?? [], attempts > 1 ? later : 0);
    return 'go-on';
  }
  if (before.op === 'put' && error.code === 'stale') {
    const row = await db.outbox.get(before.order);
    if (row?.op === 'put' && error.current) {
      await settleStale(db, row, before.tried !== null, error.current);
      return 'go-on';
    }
  }
  if (isPassing(error.code, attempts)) {
    await db.outbox.update(before.order, { attempts, notBeforeMs: later });
    return error.code === 'slow-down' ? 'slow-down' : 'go-on';
  }
  if (error.code === 'not-found' && before.op !== 'delete' && (await beginAnew(db, before))) return 'go-on';
  await refuse(db, before, error);
  return 'go-on';
};
