import type { FileEntry } from '../contract/files.ts';
import type { Id } from '../contract/ids.ts';
import type { Kind } from '../contract/kinds/index.ts';
import { limits } from '../contract/limits.ts';
import { parseBody } from '../contract/parse-body.ts';
import { referredFiles } from '../rules/referred-files.ts';
import type { LocalDb, LocalFile, LocalRecord } from './db.ts';
import { fileToKeep, keepFile, type NamedBlob } from './file-to-keep.ts';
import { LocalError, storing } from './local-error.ts';
import { queueRecord } from './queue-record.ts';

export type RecordToSave = {
  id: Id;
  space: Id;
  kind: Kind;
  parent?: Id | null;
  state: 'draft' | 'live';
  body: unknown;
  files?: readonly NamedBlob[];
};

/** Live: exactly the files that the body speaks of. Draft: every one known so far. */
const manifestOf = (
  { kind, state }: RecordToSave,
  body: unknown,
  known: readonly FileEntry[],
): FileEntry[] => {
  const byName = new Map(known.map(({ name, bytes, sha256 }) => [name, { name, bytes, sha256 }]));
  if (state === 'draft') return [...byName.values()];
  return [...new Set(referredFiles(kind, body))].map((name) => {
    const entry = byName.get(name);
    if (!entry) throw new LocalError('files-missing', { field: name });
    return entry;
  });
};

const checkSize = (record: LocalRecord): void => {
  const json = JSON.stringify({ body: record.body, files: record.files });
  if (new TextEncoder().encode(json).length > limits.recordBytes) throw new LocalError('too-large');
};

/**
 * Makes or changes a record: it, its files and what the outbox has to say of it, in one transaction. A second
 * save of the same id is an edit; what is live is no recording any more. Throws LocalError, and then nothing was
 * written.
 */
export const saveRecord = async (db: LocalDb, me: Id, save: RecordToSave): Promise<void> => {
  const { id, space, kind, parent = null, state } = save;
  const parsed = parseBody(kind, state, save.body);
  if (!parsed.ok) throw new LocalError('bad-request', parsed.refusal);
  const files: LocalFile[] = await Promise.all((save.files ?? []).map((file) => fileToKeep(space, id, file)));
  const now = Date.now();

  await storing(() =>
    db.transaction('rw', [db.records, db.files, db.outbox, db.recordings], async () => {
      const before = await db.records.get(id);
      if (before?.state === 'live' && state === 'draft') throw new LocalError('not-live');
      const said = await db.outbox.where('record').equals(id).toArray();
      if (said.some(({ op }) => op === 'delete')) throw new LocalError('not-found');
      for (const file of files) await keepFile(db, file);
      const all = await db.files.where('record').equals(id).toArray();
      const kept = state === 'draft' ? all.filter(({ held }) => !held) : all;
      const record: LocalRecord = {
        id,
        space,
        kind,
        author: before?.author ?? me,
        parent,
        seq: before?.seq ?? 0,
        version: before?.version ?? 0,
        state,
        body: parsed.value,
        files: manifestOf(save, parsed.value, [...(before?.files ?? []), ...kept]),
        createdAt: before?.createdAt ?? now,
        updatedAt: Math.max(now, (before?.updatedAt ?? 0) + 1),
        waiting: 1,
        refusal: null,
      };
      checkSize(record);
      await db.records.put(record);
      if (state === 'live') await db.recordings.delete(id);
      await queueRecord(db, record);
    }),
  );
};
