import type { Context } from 'hono';
import { mediaTypeOf } from '../../shared/contract/files.ts';
import { limits } from '../../shared/contract/limits.ts';
import { shiftSegment } from '../../shared/rules/shift-segment.ts';
import { openBytes } from '../store/file-bytes.ts';
import { openFile } from '../store/passes.ts';
import { type AppEnv, newApp } from './app.ts';
import { byteRange } from './byte-range.ts';
import { demoPlaylist, isPlaylist } from './demo-playlist.ts';
import { Fault } from './fault.ts';
import { ticketSeal } from './sealed-ticket.ts';
import { filePolicy } from './security-headers.ts';

const openPass = async (c: Context<AppEnv>, ticket: string, now: number) => {
  const pass = await (await ticketSeal(c.env.TICKET_KEY)).open(ticket);
  if (!pass) throw new Fault('not-found');
  if (pass.expiresAt <= now) throw new Fault('ticket-expired');
  return pass;
};

type Found = { space: string; record: string; name: string; sha256: string; bytes: number };
type Range = { offset: number; length: number };

/** A moved segment is read whole, for the times in it are anywhere; one that is not goes through as a stream. */
const openMoved = async (c: Context<AppEnv>, file: Found, shift: number, range: Range | null) => {
  const object = await openBytes(c.env.FILES, file, shift === 0 && range ? range : undefined);
  if (!object || shift === 0) return object?.body ?? null;
  const bytes = new Uint8Array(await object.arrayBuffer());
  shiftSegment(bytes, shift);
  return range ? bytes.slice(range.offset, range.offset + range.length) : bytes;
};

const answerFile = async (c: Context<AppEnv>, file: Found, shift: number) => {
  const etag = `"${file.sha256}${shift === 0 ? '' : `+${shift}`}"`;
  const kept = { ETag: etag, 'Cache-Control': 'private, max-age=600, immutable' };
  if (c.req.header('If-None-Match') === etag) return c.body(null, 304, kept);
  const isSame = (c.req.header('If-Range') ?? etag) === etag;
  const range = isSame ? byteRange(c.req.header('Range'), file.bytes) : null;
  if (range === 'unsatisfiable') return c.body(null, 416, { 'Content-Range': `bytes */${file.bytes}` });
  const { offset, length } = range ?? { offset: 0, length: file.bytes };
  const headers = {
    ...kept,
    'Content-Type': mediaTypeOf(file.name),
    'Content-Length': String(length),
    'Accept-Ranges': 'bytes',
    ...(range && { 'Content-Range': `bytes ${offset}-${offset + length - 1}/${file.bytes}` }),
  };
  const status = range ? 206 : 200;
  if (c.req.method === 'HEAD') return c.body(null, status, headers);
  const body = await openMoved(c, file, shift, range);
  if (!body) throw new Fault('not-found');
  return c.body(body, status, headers);
};

type Asked = { ticket: string; name: string; shift: number };

/** What a ticket's bearer may have, asked anew at every request: native players send nothing but the address. */
const serve = async (c: Context<AppEnv>, { ticket, name, shift }: Asked) => {
  const now = Date.now();
  const pass = await openPass(c, ticket, now);
  const opened = await openFile(c.env.DB, { ...pass, name, withBody: isPlaylist(name) }, now);
  if (!opened) throw new Fault('not-found');
  c.header('Content-Security-Policy', filePolicy);
  c.header('Cross-Origin-Resource-Policy', 'cross-origin');
  if (isPlaylist(name)) {
    const playlist = demoPlaylist(name, opened);
    if (playlist === null) throw new Fault('not-found');
    return c.body(playlist, 200, {
      'Content-Type': 'application/vnd.apple.mpegurl',
      'Cache-Control': 'no-store',
    });
  }
  const { sha256, bytes } = opened;
  if (sha256 === null) throw new Fault('not-found');
  if (shift !== 0 && bytes > limits.movedSegmentBytes) throw new Fault('too-large');
  return answerFile(c, { space: pass.space, record: pass.record, name, sha256, bytes }, shift);
};

/** `shift`: ticks by which a segment plays at another time than it was recorded (`rules/playlist.ts`). */
export const files = newApp()
  .get('/:ticket/:name', (c) => serve(c, { ...c.req.param(), shift: 0 }))
  .get('/:ticket/:shift{-?[1-9][0-9]{0,11}}/:name{[a-z0-9-]+\\.m4s}', (c) => {
    const { ticket, name, shift } = c.req.param();
    return serve(c, { ticket, name, shift: Number(shift) });
  });
