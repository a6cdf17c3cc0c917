import type { Id } from '../contract/ids.ts';
import type { LocalDb, OutboxRow } from './db.ts';

/**
 * The rows that may go now or later: the oldest of each record, unless its parent has something waiting, for
 * the Worker takes no comment on what it has not yet seen. Words go before bytes.
 */
export const headRows = async (db: LocalDb): Promise<OutboxRow[]> => {
  const rows = await db.outbox.orderBy('order').toArray();
  const heads = new Map<Id, OutboxRow>();
  for (const row of rows) if (!heads.has(row.record)) heads.set(row.record, row);
  return [...heads.values()]
    .filter((row) => !(row.op === 'put' && row.put.parent && heads.has(row.put.parent)))
    .sort((a, b) => Number(a.op === 'file') - Number(b.op === 'file') || a.order - b.order);
};
