import { env } from 'cloudflare:workers';

/** What lies in R2 of a record, by name. */
export const keysOf = async (space: string, record: string) =>
  (await env.FILES.list({ prefix: `spaces/${space}/${record}/` })).objects.map(
    ({ key }) => key.split('/')[3],
  );

/** What the database says of a record's files. */
export const rowsOf = async (record: string) => {
  const rows = env.DB.prepare('SELECT name, state FROM files WHERE record = ? ORDER BY name');
  return (await rows.bind(record).all()).results;
};
