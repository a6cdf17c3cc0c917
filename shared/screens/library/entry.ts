import type { Kind } from '../../contract/kinds/index.ts';
import { type BodyOf, parseBody } from '../../contract/parse-body.ts';
import type { LocalRecord } from '../../local/db.ts';

/** A live record with its body read by its kind's schema. */
export type Entry<K extends Kind> = { record: LocalRecord; body: BodyOf<K> };

/** Null for what is not there, not live, of another kind, or written in a way that this version cannot read. */
export const readEntry = <K extends Kind>(kind: K, record: LocalRecord | undefined): Entry<K> | null => {
  if (record?.kind !== kind || record.state !== 'live') return null;
  const parsed = parseBody(kind, 'live', record.body);
  return parsed.ok ? { record, body: parsed.value } : null;
};

export const readEntries = <K extends Kind>(kind: K, records: readonly LocalRecord[]): Entry<K>[] =>
  records.map((record) => readEntry(kind, record)).filter((entry) => entry !== null);
