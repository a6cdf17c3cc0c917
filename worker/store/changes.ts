import type { Changes } from '../../shared/contract/records.ts';
import { type RecordRow, toRecord } from './record-row.ts';
import { isVisible } from './rights.ts';

/**
 * One read for "may I" and "what is new": the asker's membership, with what came after `?3` hung on it. Reads
 * as many records as changed, however many there are. Somebody else's draft is counted past and never sent.
 */
export const changesSql = `
  SELECT ${isVisible} AS visible, records.*
    FROM members LEFT JOIN records ON records.space = members.space AND records.seq > ?3
   WHERE members.space = ?1 AND members.person = ?2 AND members.left_at IS NULL
   ORDER BY records.seq LIMIT ?4`;

type Row = (RecordRow | { id: null }) & { visible: 0 | 1 | null };
type Asked = { space: string; person: string; after: number; limit: number };

/** Null for whoever is not a member. */
export const readChanges = async (
  db: D1Database,
  { space, person, after, limit }: Asked,
): Promise<Changes | null> => {
  const { results } = await db
    .prepare(changesSql)
    .bind(space, person, after, limit + 1)
    .all<Row>();
  if (results.length === 0) return null;
  const rows = results.filter((row) => row.id !== null);
  const page = rows.slice(0, limit);
  return {
    records: page.filter((row) => row.visible).map(toRecord),
    until: page.at(-1)?.seq ?? after,
    more: rows.length > limit,
  };
};
