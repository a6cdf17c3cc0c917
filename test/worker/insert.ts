import { env } from 'cloudflare:workers';

/** One row, for a batch. */
export const insert = (table: string, row: Record<string, string | number | null>): D1PreparedStatement =>
  env.DB.prepare(
    `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
      .map(() => '?')
      .join(', ')})`,
  ).bind(...Object.values(row));
