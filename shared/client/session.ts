/**
 * Whom requests speak for. The page: origin `''` and no token, for its cookie goes by itself. The extension:
 * the origin it was connected to and a token of its own, which is sent to that origin and to no other.
 */
export type Session = { origin: string; token: string | null };

/** What of `fetch` is used, so that a test or another realm can stand in for it. */
export type Send = (
  address: string,
  init: {
    method: string;
    headers: Record<string, string>;
    body: string | Blob | null;
    credentials: 'omit' | 'same-origin';
    redirect: 'error';
    referrerPolicy: 'no-referrer';
    cache: 'no-store';
    signal: AbortSignal;
  },
) => Promise<Response>;
