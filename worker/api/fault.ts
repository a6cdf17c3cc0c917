import { type ErrorAnswer, type ErrorCode, errorStatus } from '../../shared/contract/errors.ts';

type Detail = Omit<ErrorAnswer['error'], 'code'>;

/** The one error of this border: thrown anywhere below a route, answered as JSON by `edge.ts`. */
export class Fault extends Error {
  readonly code: ErrorCode;
  readonly detail: Detail;

  constructor(code: ErrorCode, detail: Detail = {}) {
    super(code);
    this.name = 'Fault';
    this.code = code;
    this.detail = detail;
  }

  get status() {
    return errorStatus[this.code];
  }

  toAnswer(): ErrorAnswer {
    return { error: { code: this.code, ...this.detail } };
  }
}
