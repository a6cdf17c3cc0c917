import { Dexie } from 'dexie';
import type { ErrorCode } from '../contract/errors.ts';

/** `storage-full`: the device has no room. The others are what the Worker would answer, said beforehand. */
export type LocalErrorCode =
  | 'storage-full'
  | Extract<
      ErrorCode,
      'bad-request' | 'too-large' | 'other-bytes' | 'files-missing' | 'not-live' | 'not-found'
    >;

type Detail = { field?: string; reason?: string };

/** The one error of the local database's border. */
export class LocalError extends Error {
  override readonly name = 'LocalError';
  readonly code: LocalErrorCode;
  readonly field: string | undefined;
  readonly reason: string | undefined;

  constructor(code: LocalErrorCode, { field, reason }: Detail = {}, cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.field = field;
    this.reason = reason;
  }
}

/** Dexie reports a full disk by itself, or as the inner reason of an aborted transaction (Firefox). */
const isStorageFull = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === Dexie.errnames.QuotaExceeded ||
    ('inner' in error && error.inner !== error && isStorageFull(error.inner)));

/** Runs one write. IndexedDB undoes a transaction that found no room, so nothing is half-written. */
export const storing = async <T>(write: () => PromiseLike<T>): Promise<T> => {
  try {
    return await write();
  } catch (error) {
    if (isStorageFull(error)) throw new LocalError('storage-full', {}, error);
    throw error;
  }
};
