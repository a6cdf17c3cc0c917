import { ask, origin } from './worker.ts';

/** Each visitor comes from a network of their own, so that no test runs into another one's limits. */
const newNetwork = () => `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 256)).join('.')}`;

type Headers = Record<string, string | null>;

/** A browser with the page open: keeps its cookie, and says where it asks from, as browsers do. */
export const openBrowser = (network = newNetwork()) => {
  let cookie: string | null = null;

  const send = async (method: string, path: string, body?: unknown, headers: Headers = {}) => {
    const sent = new Headers({ 'CF-Connecting-IP': network, 'Sec-Fetch-Site': 'same-origin' });
    if (cookie !== null) sent.set('Cookie', cookie);
    if (method !== 'GET') sent.set('Origin', origin);
    if (body !== undefined) sent.set('Content-Type', 'application/json');
    for (const [name, value] of Object.entries(headers)) {
      if (value === null) sent.delete(name);
      else sent.set(name, value);
    }
    const answer = await ask(path, {
      method,
      headers: sent,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookie = pair.endsWith('=') ? null : pair;
    }
    // A test says by its expectations what it takes the answer to be.
    // biome-ignore lint/suspicious/noExplicitAny: as above
    return { status: answer.status, headers: answer.headers, json: (await answer.json()) as any };
  };

  return {
    network,
    get: (path: string, headers?: Headers) => send('GET', path, undefined, headers),
    post: (path: string, body: unknown = {}, headers?: Headers) => send('POST', path, body, headers),
    patch: (path: string, body: unknown, headers?: Headers) => send('PATCH', path, body, headers),
    put: (path: string, body: unknown, headers?: Headers) => send('PUT', path, body, headers),
    delete: (path: string, headers?: Headers) => send('DELETE', path, undefined, headers),
    cookie: () => cookie,
    takeCookie: (other: string | null) => {
      cookie = other;
    },
  };
};

export type Browser = ReturnType<typeof openBrowser>;
