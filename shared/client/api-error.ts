import type { ErrorCode } from '../contract/errors.ts';
import type { StoredRecord } from '../contract/records.ts';

/** `offline`: no answer came. `unreadable`: one came, but it is not what the contract says. */
export type ApiErrorCode = ErrorCode | 'offline' | 'unreadable';

type Detail = {
  field?: string | undefined;
  reason?: string | undefined;
  names?: string[] | undefined;
  current?: StoredRecord | undefined;
  retryAfterSeconds?: number | undefined;
};

/** The one error of this border; `status` is 0 where no answer came, `current` comes with `stale` alone. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  readonly status: number;
  readonly field: string | undefined;
  readonly reason: string | undefined;
  readonly names: string[] | undefined;
  readonly current: StoredRecord | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ApiErrorCode, status: number, detail: Detail = {}, cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.status = status;
    this.field = detail.field;
    this.reason = detail.reason;
    this.names = detail.names;
    this.current = detail.current;
    this.retryAfterSeconds = detail.retryAfterSeconds;
  }
}
