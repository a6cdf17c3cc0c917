import type { FileEntry } from '../../shared/contract/files.ts';
import type { State, StoredRecord } from '../../shared/contract/records.ts';

export type RecordRow = {
  id: string;
  space: string;
  kind: string;
  author: string;
  parent: string | null;
  seq: number;
  version: number;
  state: State;
  body: string | null;
  files: string;
  digest: string;
  created_at: number;
  updated_at: number;
  live_at: number | null;
};

export const toRecord = (row: RecordRow): StoredRecord => ({
  id: row.id,
  space: row.space,
  kind: row.kind,
  author: row.author,
  parent: row.parent,
  seq: row.seq,
  version: row.version,
  state: row.state,
  body: row.body === null ? null : JSON.parse(row.body),
  // Written by `putRecord` from a parsed manifest.
  files: JSON.parse(row.files) as FileEntry[],
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});
