import { Dexie, type EntityTable, type Table } from 'dexie';
import type { ErrorCode } from '../contract/errors.ts';
import type { FileEntry } from '../contract/files.ts';
import type { Id } from '../contract/ids.ts';
import type { RecordPut, StoredRecord } from '../contract/records.ts';

/**
 * A record as this device has it: what the Worker last said, with what was done here laid over it.
 * `version` and `seq` are the Worker's (0: it has not heard of it). `waiting` says that the outbox holds
 * something of it; `refusal` that the Worker would not take it, and why.
 */
export type LocalRecord = StoredRecord & {
  waiting: 0 | 1;
  refusal: { code: ErrorCode | 'unreadable'; field: string | null } | null;
};

/**
 * Bytes kept on the device: until the Worker has them, and longer where a screen wants them offline. What is
 * `held` is not sent with a draft: it may be more than a demo may hold, or not be chosen in the end.
 */
export type LocalFile = FileEntry & { record: Id; space: Id; blob: Blob; sent: 0 | 1; held?: true };

/**
 * One thing to be said to the Worker. Rows of one record go in their order; records do not wait for each
 * other, but for their parent. A put is kept as it was made, so that a retry repeats it exactly.
 */
type ToSay =
  | {
      op: 'put';
      put: RecordPut;
      madeAtMs: number;
      /** The version it was last sent upon, from before the request until a definite answer: else null. */
      tried: number | null;
    }
  | { op: 'file'; name: string }
  | { op: 'delete' };

export type NewOutboxRow = { space: Id; record: Id; attempts: number; notBeforeMs: number } & ToSay;
export type OutboxRow = NewOutboxRow & { order: number };

/** A space that this person is in; `cursor` is the last seq held here. */
export type LocalSpace = {
  id: Id;
  type: 'group' | 'own';
  name: string;
  role: 'host' | 'member';
  cursor: number;
  /** The first seq that this code could not read, to be asked for again by newer code; null when none. */
  unreadSeq: number | null;
};

/**
 * A recording under way, in review or found after a crash; its segments are `files` rows of the same record.
 * What is `unknown` here is parsed where it is read (`screens/recording`), because an older version wrote it.
 */
export type Recording = {
  record: Id;
  space: Id;
  startedAt: number;
  state: 'recording' | 'review';
  /** Every take that was closed so far, by its index, and the one under way: `Take[]`. */
  takes: unknown[];
  /** What is kept of them, in which order, with what can be undone: `EditHistory`; absent: all, as recorded. */
  edit?: unknown;
  /** The cleaned sound of each take by its index, `(Track | null)[]`; absent: none was made. */
  clean?: unknown;
  /** What was cleaned is not wanted for now. */
  isSoundAsRecorded?: boolean;
  /** Captions on the takes' own time: `DraftCaptions`; absent: none yet. */
  captions?: unknown;
  /** Chosen by the teacher: a moment of a take, `{ take, seconds }`. */
  poster?: unknown;
  title: string;
  strategy: string;
};

/** What somebody is typing, by screen; kept at every keystroke, and wiped with its space. */
export type Draft = { key: string; space: Id | null; value: unknown };

type Setting = { key: string; value: unknown };

export class LocalDb extends Dexie {
  declare records: EntityTable<LocalRecord, 'id'>;
  declare files: Table<LocalFile, [record: Id, name: string]>;
  declare outbox: Table<OutboxRow, number, NewOutboxRow>;
  declare spaces: EntityTable<LocalSpace, 'id'>;
  declare recordings: EntityTable<Recording, 'record'>;
  declare drafts: EntityTable<Draft, 'key'>;
  /** `me`, and choices that belong to this device. */
  declare settings: EntityTable<Setting, 'key'>;

  constructor(name: string) {
    // On the disk, not only handed to the system, before a segment counts as kept: batteries die.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      records: 'id, space, [space+kind], [space+kind+state], parent',
      files: '[record+name], record, space',
      outbox: '++order, record, space',
      spaces: 'id',
      recordings: 'record, space',
      drafts: 'key, space',
      settings: 'key',
    });
  }
}

export const openLocalDb = (name = 'chalkloop'): LocalDb => new LocalDb(name);
