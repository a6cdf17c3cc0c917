import type { Id } from '../../shared/contract/ids.ts';

type Edit = { label: string; device: string; before: string | null };

/** What people did, apart from any database: every edit has a label of its own, which its text carries. */
export type Ledger = {
  edits: Map<Id, Edit[]>;
  parents: Map<Id, Id>;
  /** And on which device. */
  removed: Map<Id, string>;
  nextLabel(): string;
};

export const createLedger = (): Ledger => {
  let count = 0;
  return {
    edits: new Map(),
    parents: new Map(),
    removed: new Map(),
    nextLabel() {
      count += 1;
      return `e${count}`;
    },
  };
};

/** Taken away itself, or with what it hung on. */
export const isRemoved = ({ removed, parents }: Ledger, id: Id): boolean => {
  const parent = parents.get(id);
  return removed.has(id) || (parent !== undefined && isRemoved({ removed, parents } as Ledger, parent));
};

/** The edits that nobody's later edit was made upon: one of them must stand in the end. */
export const lastEdits = ({ edits }: Ledger, id: Id): string[] => {
  const all = edits.get(id) ?? [];
  const overtaken = new Set(all.map(({ before }) => before));
  return all.map(({ label }) => label).filter((label) => !overtaken.has(label));
};
