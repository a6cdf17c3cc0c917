import * as z from 'zod/mini';
import { FileEntry, Manifest } from './files.ts';
import { Id } from './ids.ts';

export const State = z.enum(['draft', 'live', 'gone']);
export type State = z.infer<typeof State>;

/**
 * The envelope that sync, permission, deletion and export work on. `body` is parsed by its kind's schema
 * (`parseBody`); a gone record has none. Times are epoch milliseconds; `seq` is the space's own counter.
 */
export const StoredRecord = z.object({
  id: Id,
  space: Id,
  kind: z.string(),
  author: Id,
  parent: z.nullable(Id),
  seq: z.int(),
  version: z.int(),
  state: State,
  body: z.unknown(),
  files: z.array(FileEntry),
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type StoredRecord = z.infer<typeof StoredRecord>;

/** What PUT takes. Saying `live` publishes: refused until every file of the manifest is there. */
export const RecordPut = z.strictObject({
  kind: z.string(),
  parent: z.nullable(Id),
  state: z.enum(['draft', 'live']),
  body: z.unknown(),
  files: Manifest,
});
export type RecordPut = z.infer<typeof RecordPut>;

/** `until` is the seq to ask after next time; `more` says that there is more beyond it now. */
export const Changes = z.object({ records: z.array(StoredRecord), until: z.int(), more: z.boolean() });
export type Changes = z.infer<typeof Changes>;

export const Ticket = z.object({ ticket: z.string(), expiresAt: z.int() });
export type Ticket = z.infer<typeof Ticket>;

/** What a captioning service heard, in seconds of the sound that it was sent. */
export const CaptionsDrafted = z.object({
  cues: z.array(z.object({ fromSeconds: z.number(), toSeconds: z.number(), text: z.string() })),
});
export type CaptionsDrafted = z.infer<typeof CaptionsDrafted>;
