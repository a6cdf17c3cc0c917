import * as fc from 'fast-check';
import { newId } from '../../shared/contract/ids.ts';
import type { Kind } from '../../shared/contract/kinds/index.ts';
import { addFile } from '../../shared/local/add-file.ts';
import type { LocalRecord } from '../../shared/local/db.ts';
import { discardRefused, retryRefused } from '../../shared/local/refused.ts';
import { removeRecord } from '../../shared/local/remove-record.ts';
import { saveRecord } from '../../shared/local/save-record.ts';
import { article, bodies, labelOf, relabel, segmentNames } from './bodies.ts';
import type { Device } from './device.ts';
import type { Ledger } from './ledger.ts';
import type { Fate } from './network.ts';

/** What a person does on one device; `pick` chooses among what is there. */
export type LocalAct =
  | { does: 'clip-link' | 'clip-article' | 'record-demo' }
  | { does: 'add-segment' | 'publish' | 'edit' | 'remove' | 'comment' | 'retry' | 'discard'; pick: number };

export type Act =
  | (LocalAct & { on: number })
  | { does: 'sync'; on: number; how: 'in-turn' | 'at-once'; fates: Fate[]; meanwhile: LocalAct | null }
  | { does: 'restart'; on: number }
  | { does: 'late'; on: number };

const fates = fc.array(
  fc.constantFrom<Fate>(
    'answered',
    'answered',
    'request-lost',
    'answer-lost',
    'sent-twice',
    'late',
    'unreadable',
    'trouble',
    'crash-before',
    'crash-after',
  ),
  { maxLength: 8 },
);

const localAct: fc.Arbitrary<LocalAct> = fc.oneof(
  fc.record({ does: fc.constantFrom('clip-link' as const, 'clip-article' as const, 'record-demo' as const) }),
  fc.record({
    does: fc.constantFrom(
      'add-segment' as const,
      'publish' as const,
      'edit' as const,
      'edit' as const,
      'remove' as const,
      'comment' as const,
      'retry' as const,
      'discard' as const,
    ),
    pick: fc.nat(20),
  }),
);

export const anyActs = (devices: number, maxLength: number): fc.Arbitrary<Act[]> => {
  const on = fc.nat(devices - 1);
  return fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.tuple(localAct, on).map(([act, at]): Act => ({ ...act, on: at })) },
      {
        weight: 4,
        arbitrary: fc.record({
          does: fc.constant('sync' as const),
          how: fc.constantFrom<'in-turn' | 'at-once'>('in-turn', 'at-once'),
          on,
          fates,
          meanwhile: fc.option(localAct, { nil: null }),
        }),
      },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom<'restart' | 'late'>('restart', 'late')
          .chain((does) => fc.record({ does: fc.constant(does), on })),
      },
    ),
    { maxLength, size: 'max' },
  );
};

const chosen = <T>(from: readonly T[], pick: number): T | undefined => from[pick % Math.max(1, from.length)];

/** Does it, and notes in the ledger what a person may rely on from now. */
export const doLocally = async (
  device: Device,
  space: string,
  ledger: Ledger,
  act: LocalAct,
): Promise<void> => {
  const { db, me } = device;
  const note = (id: string, label: string, before: string | null) => {
    ledger.edits.set(id, [...(ledger.edits.get(id) ?? []), { label, device: device.name, before }]);
  };
  const make = async (
    kind: 'clip' | 'demo' | 'comment',
    state: 'draft' | 'live',
    body: unknown,
    more = {},
  ) => {
    const id = newId();
    await saveRecord(db, me.id, { id, space, kind, state, body, ...more });
    return id;
  };
  const label = ledger.nextLabel();
  const all = (await db.records.where('space').equals(space).sortBy('id')).filter(
    ({ kind }) => kind !== 'roster',
  );
  const mine = all.filter(({ author, refusal }) => author === me.id && !refusal);
  const pick = 'pick' in act ? act.pick : 0;
  const save = async (record: LocalRecord, state: 'draft' | 'live', body: unknown) => {
    await saveRecord(db, me.id, {
      id: record.id,
      space,
      parent: record.parent,
      kind: record.kind as Kind,
      state,
      body,
    });
    note(record.id, label, labelOf(record));
  };

  switch (act.does) {
    case 'clip-link':
      return note(await make('clip', 'live', bodies.link(label)), label, null);
    case 'clip-article': {
      const files = [{ name: 'article.html', blob: article(label) }];
      return note(await make('clip', 'live', bodies.article(label), { files }), label, null);
    }
    case 'record-demo':
      return note(await make('demo', 'draft', bodies.demoDraft(label)), label, null);
    case 'add-segment': {
      const draft = chosen(
        mine.filter(({ state }) => state === 'draft'),
        pick,
      );
      const kept = draft && (await db.files.where('record').equals(draft.id).count());
      const name = segmentNames[kept ?? segmentNames.length];
      if (draft && name)
        await addFile(db, { space, record: draft.id, name, blob: new Blob([draft.id, name]) });
      return;
    }
    case 'publish': {
      const draft = chosen(
        mine.filter(({ state }) => state === 'draft'),
        pick,
      );
      if (!draft) return;
      const names = (await db.files.where('record').equals(draft.id).toArray()).map(({ name }) => name);
      const ordered = segmentNames.filter((name) => names.includes(name));
      if (ordered.length >= 2) await save(draft, 'live', bodies.demo(label, ordered));
      return;
    }
    case 'edit': {
      // A clip is a draft only while its files are on the way, and no screen offers it then.
      const editable = mine.filter(({ kind, state }) => state === 'live' || kind === 'demo');
      const record = chosen(editable, pick);
      if (!record || record.state === 'gone') return;
      return save(record, record.state, relabel(record.kind, record.body, label));
    }
    case 'remove': {
      const record = chosen(mine, pick);
      if (!record) return;
      await removeRecord(db, record.id);
      ledger.removed.set(record.id, device.name);
      return;
    }
    case 'comment': {
      const parent = chosen(
        all.filter(({ kind, state, refusal }) => kind !== 'comment' && state === 'live' && !refusal),
        pick,
      );
      if (!parent) return;
      const id = await make('comment', 'live', bodies.comment(label), { parent: parent.id });
      ledger.parents.set(id, parent.id);
      return note(id, label, null);
    }
    case 'retry':
    case 'discard': {
      const refused = chosen(
        all.filter(({ refusal }) => refusal),
        pick,
      );
      if (refused) await (act.does === 'retry' ? retryRefused : discardRefused)(db, refused.id);
      return;
    }
  }
};
