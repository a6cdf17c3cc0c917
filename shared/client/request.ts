import type * as z from 'zod/mini';
import { ApiError } from './api-error.ts';
import { readError } from './read-error.ts';
import type { Send, Session } from './session.ts';

export type Request<T> = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** From the origin's root, already encoded. */
  path: string;
  headers?: Record<string, string>;
  /** Sent as it is when it is a Blob, as JSON otherwise. */
  body?: unknown;
  answer: z.ZodMiniType<T>;
  signal?: AbortSignal | undefined;
};

export type Ask = <T>(request: Request<T>) => Promise<T>;

/** No answer in this time is no answer: half a minute, and what a slow line (256 kbit/s) needs for the bytes. */
const timeoutMs = (body: unknown): number => 30_000 + (body instanceof Blob ? Math.ceil(body.size / 32) : 0);

const readJson = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    // Not JSON is not the contract; whoever parses the answer says so.
    return undefined;
  }
};

/**
 * The one fetch of this realm. A redirect is refused and cookies go to the page's own origin alone, so no
 * credential reaches anybody else. Throws ApiError, or the signal's reason when the caller aborts.
 */
export const createAsk =
  ({ origin, token }: Session, send: Send): Ask =>
  async ({ method = 'GET', path, headers, body, answer, signal }) => {
    const isBlob = body instanceof Blob;
    const slow = AbortSignal.timeout(timeoutMs(body));
    let response: Response;
    let json: unknown;
    try {
      response = await send(`${origin}${path}`, {
        method,
        headers: {
          ...(body !== undefined && {
            'content-type': isBlob ? 'application/octet-stream' : 'application/json',
          }),
          ...(token && { authorization: `Bearer ${token}` }),
          ...headers,
        },
        body: isBlob ? body : body === undefined ? null : JSON.stringify(body),
        credentials: token ? 'omit' : 'same-origin',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        signal: signal ? AbortSignal.any([signal, slow]) : slow,
      });
      json = await readJson(response);
    } catch (cause) {
      signal?.throwIfAborted();
      throw new ApiError('offline', 0, {}, cause);
    }
    if (!response.ok) throw readError(response, json);
    const parsed = answer.safeParse(json);
    if (!parsed.success) throw new ApiError('unreadable', response.status, {}, parsed.error);
    return parsed.data;
  };
