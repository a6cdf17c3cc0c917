import { limits } from '../../shared/contract/limits.ts';
import type { Changes } from '../../shared/contract/records.ts';
import { changesSql } from './changes-sql.ts';
import { type RecordRow, toRecord } from './record-row.ts';

type Row = (RecordRow | { id: null }) & { visible: 0 | 1 | null };
type Asked = { space: string; person: string; after: number; limit: number };

/** As many as are not too much to hold at once, and always one. */
const pageOf = <R extends RecordRow>(rows: R[]): R[] => {
  let length = 0;
  return rows.filter(({ body, files }, at) => {
    length += (body?.length ?? 0) + files.length;
    return at === 0 || length <= limits.changesPageBytes;
  });
};

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
  const page = pageOf(rows.slice(0, limit));
  return {
    records: page.filter((row) => row.visible).map(toRecord),
    until: page.at(-1)?.seq ?? after,
    more: rows.length > page.length,
  };
};
