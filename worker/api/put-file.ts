import type { Context } from 'hono';
import { FileEntry } from '../../shared/contract/files.ts';
import { limits } from '../../shared/contract/limits.ts';
import { parse } from '../../shared/contract/parse-body.ts';
import type { Env } from '../env.ts';
import { dropBytes, type Kept, keepBytes } from '../store/file-bytes.ts';
import { claimStray, confirmFile, releaseClaim, releaseFile, reserveFile } from '../store/file-rows.ts';
import { type AppEnv, newApp } from './app.ts';
import { Fault } from './fault.ts';
import { type Look, lookOf } from './look-through.ts';
import { pathId } from './path-id.ts';
import { readBytes } from './read-json.ts';
import { signedIn } from './session.ts';

const mostBytes = (name: string) => lookOf(name)?.mostBytes ?? limits.fileBytes;

/** RFC 9530, `Repr-Digest: sha-256=:<base64>:`, as lower-case hex. */
const promisedDigest = (c: Context<AppEnv>): string => {
  const base64 = c.req.header('Repr-Digest')?.match(/(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/)?.[1];
  if (!base64) throw new Fault('bad-request', { field: 'Repr-Digest', reason: 'missing' });
  return Array.from(atob(base64), (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
};

const promisedFile = (c: Context<AppEnv>, name: string): FileEntry => {
  const length = c.req.header('Content-Length');
  if (length === undefined || !/^\d{1,15}$/.test(length)) throw new Fault('length-required');
  if (Number(length) > mostBytes(name)) throw new Fault('too-large');
  const file = parse(FileEntry, { name, bytes: Number(length), sha256: promisedDigest(c) });
  if (!file.ok) throw new Fault('bad-request', file.refusal);
  return file.value;
};

type Address = FileEntry & { space: string; record: string };

/** Small and read whole, because it is looked through before it is kept. */
const keepLooked = async (
  c: Context<AppEnv>,
  file: Address,
  { amiss, refusal }: Look,
): Promise<Kept | Fault> => {
  const bytes = await readBytes(c, mostBytes(file.name));
  if (bytes.byteLength !== file.bytes) return 'refused';
  const reason = await amiss(bytes);
  return reason === null
    ? keepBytes(c.env.FILES, file, bytes)
    : new Fault(refusal, { field: file.name, reason });
};

/** Deletes what lies at the address, unless another put's row has come to stand for it. */
const dropStray = async ({ DB, FILES }: Env, file: Address): Promise<void> => {
  const now = Date.now();
  if (!(await claimStray(DB, file, now))) return;
  await dropBytes(FILES, [file]);
  await releaseClaim(DB, file, now);
};

/** Where R2 itself fails the row stays, pending: the bytes may lie there, and a repeat or the sweep finds them. */
const keep = async (c: Context<AppEnv>, file: Address): Promise<void> => {
  const look = lookOf(file.name);
  const kept = await (look
    ? keepLooked(c, file, look)
    : keepBytes(c.env.FILES, file, c.req.raw.body ?? new Uint8Array()));
  if (kept === 'kept' && (await confirmFile(c.env.DB, file))) return;
  if (kept === 'kept' || kept === 'in-the-way') {
    await dropStray(c.env, file);
    throw new Fault('slow-down', { retryAfterSeconds: 1 });
  }
  await releaseFile(c.env.DB, file);
  if (kept === 'refused') throw new Fault('digest-mismatch');
  throw kept;
};

export const putFile = newApp().put('/spaces/:space/records/:record/files/:name', async (c) => {
  const { person } = signedIn(c);
  const [space, record] = [pathId(c, 'space'), pathId(c, 'record')];
  const { name, bytes, sha256 } = promisedFile(c, c.req.param('name'));
  const file = { space, record, name, bytes, sha256 };
  const reservation = await reserveFile(c.env.DB, { ...file, person }, Date.now());
  if (reservation === 'doomed') throw new Fault('slow-down', { retryAfterSeconds: 60 });
  if (reservation === 'reserved') await keep(c, file);
  else if (reservation !== 'held') throw new Fault(reservation);
  return c.json({ name, bytes, sha256 }, reservation === 'reserved' ? 201 : 200);
});
