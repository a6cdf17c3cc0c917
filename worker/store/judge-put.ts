import { findMissing } from './manifest.ts';
import type { PutOutcome, RecordWrite, Seen } from './put-outcome.ts';
import { toRecord } from './record-row.ts';

/**
 * What became of a put, from what stands there at the end of its own batch. A repeat reads as written: what
 * it says is there, one version on.
 */
export const judgePut = async (
  db: D1Database,
  write: RecordWrite,
  seen: Seen,
  digest: string,
): Promise<PutOutcome> => {
  if (seen.id === null) {
    if (write.version !== 0) return { is: 'not-found' };
    if (!seen.may_create) return { is: 'not-allowed' };
  } else {
    if (seen.state === 'gone' || !seen.may_change) return { is: 'not-found' };
    const record = toRecord(seen);
    if (seen.version === write.version + 1 && seen.digest === digest) return { is: 'written', record };
    if (seen.kind !== write.kind) return { is: 'fixed', field: 'kind' };
    if (seen.parent !== write.parent) return { is: 'fixed', field: 'parent' };
    if (seen.version !== write.version) return { is: 'stale', current: record };
    if (seen.state === 'live' && write.state === 'draft') return { is: 'not-live' };
  }
  const names = write.state === 'live' ? await findMissing(db, write) : [];
  if (names.length > 0) return { is: 'files-missing', names };
  // What is left: the parent is not live here, or the id is somebody else's.
  return { is: write.parent === null ? 'not-found' : 'no-parent' };
};
