import type { RecordPut } from '../../shared/contract/records.ts';

const name = "value ->> 'name'";

/** The names in a manifest, for `IN`; `manifest` is a column or a parameter that holds its JSON. */
export const namesIn = (manifest: string): string => `(SELECT ${name} FROM json_each(${manifest}))`;

/** Selects what a manifest lists and the Worker does not hold with those very bytes. */
export const missingFiles = (space: string, record: string, manifest: string): string => `
  SELECT ${name} AS name
    FROM json_each(${manifest})
    LEFT JOIN files ON files.space = ${space} AND files.record = ${record} AND files.name = ${name}
          AND files.sha256 = value ->> 'sha256' AND files.bytes = value ->> 'bytes'
          AND files.state IN ('present', 'loose')
   WHERE files.name IS NULL`;

export const findMissing = async (
  db: D1Database,
  { space, id, files }: Pick<RecordPut, 'files'> & { space: string; id: string },
): Promise<string[]> => {
  const { results } = await db
    .prepare(missingFiles('?1', '?2', '?3'))
    .bind(space, id, JSON.stringify(files))
    .all<{ name: string }>();
  return results.map((row) => row.name);
};

/**
 * In the batch that takes a record live or changes it: what its manifest names is here to stay, what it does
 * not name is doomed. Does nothing unless that very version was written.
 */
export const settleFiles = (
  db: D1Database,
  written: { space: string; id: string; version: number; digest: string; files: string },
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE files SET state = iif(name IN ${namesIn('?5')}, 'present', 'doomed')
        WHERE space = ?1 AND record = ?2
          AND (state = 'loose' OR (state <> 'doomed' AND name NOT IN ${namesIn('?5')}))
          AND EXISTS (SELECT 1 FROM records
                       WHERE id = ?2 AND space = ?1 AND version = ?3 AND digest = ?4 AND state = 'live')`,
    )
    .bind(written.space, written.id, written.version, written.digest, written.files);
