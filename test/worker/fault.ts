import { type ErrorCode, errorStatus } from '../../shared/contract/errors.ts';

/** What an answer looks like that refuses with `code`: for `toMatchObject`. */
export const fault = (code: ErrorCode, detail: { field?: string; reason?: string } = {}) => ({
  status: errorStatus[code],
  json: { error: { code, ...detail } },
});
