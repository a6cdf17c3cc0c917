import { Dexie, type EntityTable, type Table } from 'dexie';
import type { ErrorCode } from '../contract/errors.ts';
import type { FileEntry } from '../contract/files.ts';
import type { Id } from '../contract/ids.ts';
import type { StoredRecord } from '../contract/records.ts';

/**
 * A record as this device has it: what the Worker last said, with what was done here laid over it.
 * `version` and `seq` are the Worker's (0: it has not heard of it). `waiting` says that the outbox holds
 * something of it; `refusal` that the Worker would not take it, and why.
 */
export type LocalRecord = StoredRecord & {
  waiting: 0 | 1;
  refusal: { code: ErrorCode | 'unreadable'; field: string | null } | null;
};

/** Bytes kept on the device: until the Worker has them, and longer where a screen wants them offline. */
export type LocalFile = FileEntry & { record: Id; space: Id; blob: Blob; sent: 0 | 1 };

/** One thing to be said to the Worker. Rows of one record go in order; records do not wait for each other. */
export type OutboxRow = {
  order: number;
  space: Id;
  record: Id;
  op: 'put' | 'file' | 'delete';
  /** The file's name, for `file`. */
  name: string | null;
  /** put: counts edits, so that an edit made while a request is under way is not lost with its answer. */
  edit: number;
  attempts: number;
  notBeforeMs: number;
};

/** A space that this person is in; `cursor` is the last seq held here. */
export type LocalSpace = {
  id: Id;
  type: 'group' | 'own';
  name: string;
  role: 'host' | 'member';
  cursor: number;
};

/** A recording under way or found after a crash; its segments are `files` rows of the same record. */
export type Recording = {
  record: Id;
  space: Id;
  startedAt: number;
  state: 'recording' | 'review';
  /** JSON of the takes closed so far, as `Take[]`, and of the one under way. */
  takes: unknown[];
  title: string;
  strategy: string;
};

type Keyed = { key: string; value: unknown };

export class LocalDb extends Dexie {
  declare records: EntityTable<LocalRecord, 'id'>;
  declare files: Table<LocalFile, [record: Id, name: string]>;
  declare outbox: EntityTable<OutboxRow, 'order'>;
  declare spaces: EntityTable<LocalSpace, 'id'>;
  declare recordings: EntityTable<Recording, 'record'>;
  /** What somebody is typing, by screen; kept at every keystroke. */
  declare drafts: EntityTable<Keyed, 'key'>;
  /** `me`, and choices that belong to this device. */
  declare settings: EntityTable<Keyed, 'key'>;

  constructor(name: string) {
    super(name);
    this.version(1).stores({
      records: 'id, [space+kind], [space+kind+state], parent',
      files: '[record+name], record, space, sent',
      outbox: '++order, record, space',
      spaces: 'id',
      recordings: 'record, space',
      drafts: 'key',
      settings: 'key',
    });
  }
}

export const openLocalDb = (name = 'chalkloop'): LocalDb => new LocalDb(name);
