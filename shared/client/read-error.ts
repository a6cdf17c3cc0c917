import { ErrorAnswer, type ErrorCode, errorStatus } from '../contract/errors.ts';
import { StoredRecord } from '../contract/records.ts';
import { ApiError } from './api-error.ts';

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorStatus, code);

/** Retry-After (RFC 9110 §10.2.3): seconds or a date. */
const retryAfterSeconds = (header: string | null): number | undefined => {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
};

/** A refusal as the contract writes it; anything else (a proxy's page, a captive portal) is `unreadable`. */
export const readError = (response: Response, json: unknown): ApiError => {
  const waitSeconds = retryAfterSeconds(response.headers.get('retry-after'));
  const answer = ErrorAnswer.safeParse(json);
  if (!answer.success || !isErrorCode(answer.data.error.code)) {
    return new ApiError('unreadable', response.status, { retryAfterSeconds: waitSeconds });
  }
  const { code, current, ...detail } = answer.data.error;
  const record = StoredRecord.safeParse(current);
  return new ApiError(code, response.status, {
    ...detail,
    current: record.success ? record.data : undefined,
    retryAfterSeconds: detail.retryAfterSeconds ?? waitSeconds,
  });
};
