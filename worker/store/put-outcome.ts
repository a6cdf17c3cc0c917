import type { Kind } from '../../shared/contract/kinds/index.ts';
import type { RecordPut, StoredRecord } from '../../shared/contract/records.ts';
import type { RecordRow } from './record-row.ts';

/** A put whose kind and body were parsed; `version` is the one it changes, 0 to create. */
export type RecordWrite = RecordPut & {
  id: string;
  space: string;
  person: string;
  kind: Kind;
  version: number;
};

export type PutOutcome =
  | { is: 'written'; record: StoredRecord }
  | { is: 'stale'; current: StoredRecord }
  | { is: 'fixed'; field: 'kind' | 'parent' }
  | { is: 'files-missing'; names: string[] }
  | { is: 'not-found' | 'not-allowed' | 'not-live' | 'no-parent' };

/** The record as its asker sees it beside what they may: `id` is null where they see none. */
export type Seen = (RecordRow | { id: null }) & { may_create: 0 | 1; may_change: 0 | 1 | null };
