import type { Context } from 'hono';
import type * as z from 'zod/mini';
import { limits } from '../../shared/contract/limits.ts';
import { parse } from '../../shared/contract/parse-body.ts';
import type { AppEnv } from './app.ts';
import { Fault } from './fault.ts';

/** The body's bytes, of which no more than `most` are ever held: a Content-Length may be missing, or lie. */
export const readBytes = async (c: Context<AppEnv>, most: number): Promise<Uint8Array> => {
  if (Number(c.req.header('Content-Length')) > most) throw new Fault('too-large');
  const chunks: Uint8Array[] = [];
  let length = 0;
  // The iterator is left open, so that the edge can drain the rest before it answers.
  const stream = c.req.raw.body?.values({ preventCancel: true }) ?? [];
  for await (const chunk of stream) {
    length += chunk.byteLength;
    if (length > most) throw new Fault('too-large');
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
};

const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch {
    throw new Fault('bad-request', { reason: 'not-json' });
  }
};

/** A JSON body by its schema; 413 beyond `most` bytes, 400 with the first wrong field's name. */
export const readJson = async <T>(
  c: Context<AppEnv>,
  schema: z.ZodMiniType<T>,
  most: number = limits.requestBytes,
): Promise<T> => {
  const parsed = parse(schema, parseJson(await readBytes(c, most)));
  if (!parsed.ok) throw new Fault('bad-request', parsed.refusal);
  return parsed.value;
};
