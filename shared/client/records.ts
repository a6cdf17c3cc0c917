import * as z from 'zod/mini';
import { FileEntry } from '../contract/files.ts';
import type { Id } from '../contract/ids.ts';
import { CaptionsDrafted, type Changes, type RecordPut, StoredRecord, Ticket } from '../contract/records.ts';
import { Nothing } from './nothing.ts';
import { reprDigest } from './repr-digest.ts';
import type { Ask } from './request.ts';

/** Read record by record: one that a newer Worker writes differently is left out, and the rest still arrives. */
const Page = z.object({ records: z.array(z.unknown()), until: z.int(), more: z.boolean() });

const readable = (records: unknown[]): StoredRecord[] =>
  records.flatMap((record) => {
    const parsed = StoredRecord.safeParse(record);
    return parsed.success ? [parsed.data] : [];
  });

export type FileToSend = { name: string; sha256: string; blob: Blob };

export const recordCalls = (ask: Ask, origin: string) => {
  const at = (space: Id, record: Id) => `/api/spaces/${space}/records/${record}`;

  return {
    changes: async (space: Id, after: number, signal?: AbortSignal): Promise<Changes> => {
      const page = await ask({ path: `/api/spaces/${space}/changes?after=${after}`, answer: Page, signal });
      return { ...page, records: readable(page.records) };
    },
    /** `version` is what is known of the record here; 0 makes it. */
    putRecord: (space: Id, record: Id, version: number, body: RecordPut, signal?: AbortSignal) =>
      ask({
        method: 'PUT',
        path: at(space, record),
        headers: { 'if-match': `"${version}"` },
        body,
        answer: StoredRecord,
        signal,
      }),
    deleteRecord: async (space: Id, record: Id, signal?: AbortSignal): Promise<void> => {
      await ask({ method: 'DELETE', path: at(space, record), answer: Nothing, signal });
    },
    putFile: (space: Id, record: Id, { name, sha256, blob }: FileToSend, signal?: AbortSignal) =>
      ask({
        method: 'PUT',
        path: `${at(space, record)}/files/${name}`,
        headers: { 'repr-digest': reprDigest(sha256) },
        body: blob,
        answer: FileEntry,
        signal,
      }),
    /** What the server's captioning service hears in a WAV of a demo's sound, on the WAV's own time. */
    draftCaptions: async (
      space: Id,
      record: Id,
      { wav, language, signal }: { wav: Blob; language: string; signal: AbortSignal },
    ): Promise<CaptionsDrafted['cues']> => {
      const path = `${at(space, record)}/captions-draft?language=${encodeURIComponent(language)}`;
      return (await ask({ method: 'POST', path, body: wav, answer: CaptionsDrafted, signal })).cues;
    },
    ticket: (space: Id, record: Id) =>
      ask({ method: 'POST', path: `${at(space, record)}/ticket`, body: {}, answer: Ticket }),
    /** Players and images load it without headers: the ticket is the permission. */
    fileUrl: (ticket: string, name: string): string => `${origin}/files/${ticket}/${name}`,
  };
};
