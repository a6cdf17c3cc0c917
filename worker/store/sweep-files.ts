import { dropBytes } from './file-bytes.ts';
import type { FileAddress } from './file-rows.ts';

const minuteMs = 60_000;
/** A put still under way after this long is not under way any more. */
const putMostMs = 15 * minuteMs;
/** How long bytes may wait for the manifest that names them, or for the rest of their own put. */
const waitMostMs = 24 * 60 * minuteMs;
/** As many as R2 deletes at once. */
const atOnce = 1_000;
const roundsMost = 10;

// "state <> 'present'" is said again so that SQLite uses the partial index.
const doomWaiting = `
  UPDATE files SET state = 'doomed' WHERE state <> 'present' AND state IN ('pending', 'loose') AND put_at < ?1`;

const listDoomed = `
  SELECT space, record, name, put_at FROM files WHERE state <> 'present' AND state = 'doomed'
   ORDER BY put_at LIMIT ${atOnce} OFFSET ?1`;

const forget = `
  DELETE FROM files WHERE state = 'doomed' AND put_at < ?2 AND (space, record, name) IN (
    SELECT value ->> 'space', value ->> 'record', value ->> 'name' FROM json_each(?1))`;

/**
 * Deletes the bytes of everything doomed, at once. A row stays while a put of it might still be under way,
 * so that what such a put leaves behind is found by the next sweep.
 */
export const sweepFiles = async (db: D1Database, bucket: R2Bucket, now: number): Promise<void> => {
  await db
    .prepare(doomWaiting)
    .bind(now - waitMostMs)
    .run();
  const settled = now - putMostMs;
  let stayed = 0;
  for (let round = 0; round < roundsMost; round += 1) {
    const { results } = await db.prepare(listDoomed).bind(stayed).all<FileAddress & { put_at: number }>();
    if (results.length === 0) return;
    await dropBytes(bucket, results);
    await db.prepare(forget).bind(JSON.stringify(results), settled).run();
    stayed += results.filter((file) => file.put_at >= settled).length;
  }
};
