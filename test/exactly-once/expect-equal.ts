import { expect } from 'vitest';
import { createClient } from '../../shared/client/create-client.ts';
import type { Send } from '../../shared/client/session.ts';
import type { StoredRecord } from '../../shared/contract/records.ts';
import { labelOf } from './bodies.ts';
import type { Device } from './device.ts';
import { isRemoved, type Ledger, lastEdits } from './ledger.ts';

/** Everything the Worker has, as one person sees it. */
const askedFor = async (send: Send, space: string): Promise<Map<string, StoredRecord>> => {
  const client = createClient({ origin: '', token: 'a-token' }, send);
  const all = new Map<string, StoredRecord>();
  for (let after = 0, isMore = true; isMore; ) {
    const { records, until, more } = await client.changes(space, after);
    for (const record of records) if (record.kind !== 'roster') all.set(record.id, record);
    [after, isMore] = [until, more];
  }
  return all;
};

const without = <T extends object>(record: T, ...fields: (keyof T)[]) =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field as keyof T)));

/** What a device shows is what the Worker has; what was refused is kept, and for a reason that holds. */
export const expectSame = async (device: Device, send: Send, space: string): Promise<void> => {
  const there = await askedFor(send, space);
  const all = await device.db.records.where('space').equals(space).toArray();
  const here = all.filter(({ kind }) => kind !== 'roster');
  expect(await device.db.outbox.toArray()).toEqual([]);

  for (const { id, parent, refusal } of here.filter((record) => record.refusal)) {
    const isOver = [id, parent].some((one) => one && (there.get(one)?.state ?? 'gone') === 'gone');
    if (!isOver)
      expect({ id, refusal, there: there.get(id)?.state }).toMatchObject({
        refusal: { code: 'not-live' },
        there: 'live',
      });
  }
  const kept = new Set(here.filter(({ refusal }) => refusal).map(({ id }) => id));
  const shown = here.filter(({ id }) => !kept.has(id));
  expect(shown.filter(({ waiting }) => waiting)).toEqual([]);
  const plain = shown.map((record) => without(record, 'waiting', 'refusal'));
  const alive = [...there.values()].filter(({ id, state }) => state !== 'gone' && !kept.has(id));
  const byId = (a: { id?: unknown }, b: { id?: unknown }) => String(a.id).localeCompare(String(b.id));
  expect(plain.sort(byId)).toEqual(alive.sort(byId));
};

/** Nothing that a person did is lost: what was not taken away stands, as one of its last edits has it. */
export const expectNothingLost = async (
  send: Send,
  space: string,
  ledger: Ledger,
  author: Device[],
): Promise<void> => {
  const there = await askedFor(send, space);
  const names = new Set(author.map(({ name }) => name));
  const refused = new Set<string>();
  for (const { db } of author) {
    for (const { id, refusal } of await db.records.toArray()) if (refusal) refused.add(id);
  }
  for (const [id, edits] of ledger.edits) {
    if (!edits.some(({ device }) => names.has(device))) continue;
    const record = there.get(id);
    if (isRemoved(ledger, id)) expect(record?.state ?? 'gone').toBe('gone');
    else {
      expect(record?.state, `${id} is there`).toMatch(/draft|live/);
      if (record && !refused.has(id)) expect(lastEdits(ledger, id)).toContain(labelOf(record));
    }
  }
};

/** At any time a device shows what was done on it: the last words that still wait, and nothing taken away. */
export const expectOwnWords = async ({ name, db }: Device, { edits, removed }: Ledger): Promise<void> => {
  for (const [id, on] of removed) if (on === name) expect(await db.records.get(id)).toBeUndefined();
  const puts = (await db.outbox.toArray()).filter(({ op }) => op === 'put');
  for (const { record } of puts) {
    const shown = await db.records.get(record);
    const mine = edits.get(record)?.filter(({ device }) => device === name);
    if (shown) expect(labelOf(shown)).toBe(mine?.at(-1)?.label);
  }
};
