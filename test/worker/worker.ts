import { exports } from 'cloudflare:workers';

export const origin = 'https://chalkloop.test';

/** Asks the real Worker; `path` begins with a slash. */
export const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  exports.default.fetch(new Request(origin + path, init));
