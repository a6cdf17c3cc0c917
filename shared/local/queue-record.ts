import { isKind } from '../contract/kinds/index.ts';
import type { LocalDb, LocalRecord, NewOutboxRow } from './db.ts';
import { draftBody } from './draft-body.ts';

/** An outbox row may not stay for long in what is sent: it is dropped and written anew, unless it was tried. */
const dropUntried = async (db: LocalDb, record: LocalRecord): Promise<boolean> => {
  const rows = await db.outbox.where('record').equals(record.id).toArray();
  const tried = rows.filter((row) => row.op === 'put' && row.tried !== null);
  await db.outbox.bulkDelete(rows.filter((row) => !tried.includes(row)).map((row) => row.order));
  return tried.length > 0;
};

/**
 * Writes what has to be said of a record as it now stands here: a draft first where the Worker has nothing to
 * hang files on, then the files that it lacks, then the live record. Runs inside the caller's transaction.
 */
export const queueRecord = async (db: LocalDb, record: LocalRecord): Promise<void> => {
  const mayBeKnown = (await dropUntried(db, record)) || record.version > 0;
  const wanted = new Set(record.files.map(({ name }) => name));
  const files = (await db.files.where('record').equals(record.id).toArray()).filter(
    ({ name, sent, held }) => !sent && (record.state === 'draft' ? !held : wanted.has(name)),
  );

  const row = { space: record.space, record: record.id, attempts: 0, notBeforeMs: 0 };
  const put = (state: 'draft' | 'live', body: unknown): NewOutboxRow => ({
    ...row,
    op: 'put',
    put: { kind: record.kind, parent: record.parent, state, body, files: record.files },
    madeAtMs: record.updatedAt,
    tried: null,
  });
  const rows: NewOutboxRow[] = files.map(({ name }) => ({ ...row, op: 'file', name }));
  if (record.state === 'draft') rows.unshift(put('draft', record.body));
  else {
    if (!mayBeKnown && files.length && isKind(record.kind)) {
      // A body that was parsed by its kind is an object.
      rows.unshift(put('draft', draftBody(record.kind, record.body as object)));
    }
    rows.push(put('live', record.body));
  }
  await db.outbox.bulkAdd(rows);
};
