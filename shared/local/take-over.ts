import { isKind } from '../contract/kinds/index.ts';
import { parseBody } from '../contract/parse-body.ts';
import type { StoredRecord } from '../contract/records.ts';
import { dropNeedlessFiles } from './confirm.ts';
import type { LocalDb, LocalRecord } from './db.ts';

/** A record whose body is what the contract says, or nothing: no other reaches a screen. */
const readable = (record: StoredRecord): StoredRecord | null => {
  if (!isKind(record.kind) || record.state === 'gone') return null;
  const parsed = parseBody(record.kind, record.state, record.body);
  return parsed.ok ? { ...record, body: parsed.value } : null;
};

/**
 * Lays the Worker's word under what waits or was refused here, and over everything else. Returns whether the
 * record could be read. Runs inside the caller's transaction.
 */
export const takeOver = async (
  db: LocalDb,
  local: LocalRecord | undefined,
  theirs: StoredRecord,
): Promise<boolean> => {
  if (local && theirs.seq < local.seq) return true;
  const rows = await db.outbox.where('record').equals(theirs.id).toArray();
  if (local && (local.refusal || rows.some(({ op }) => op === 'put'))) {
    const { seq, version, author, createdAt } = theirs;
    await db.records.put({ ...local, seq, version, author, createdAt });
    return true;
  }
  const record = readable(theirs);
  if (record) await db.records.put({ ...record, waiting: rows.length ? 1 : 0, refusal: null });
  else await db.records.delete(theirs.id);
  // Words that were taken out of captions are on nobody's device any more.
  if (record?.state === 'live') await dropNeedlessFiles(db, record);
  return record !== null;
};
