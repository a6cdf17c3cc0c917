import * as z from 'zod/mini';
import { limits } from './limits.ts';

/** Lower case, no folders, one ending that says what the bytes are. */
export const FileName = z
  .string()
  .check(z.regex(/^[a-z0-9][a-z0-9-]{0,59}\.(html|jpg|png|webp|mp4|m4s|vtt)$/));
export type FileName = z.infer<typeof FileName>;

/** SHA-256 in lower-case hex. */
const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** One line of a record's manifest: what must lie beside the record before it may go live. */
export const FileEntry = z.strictObject({
  name: FileName,
  bytes: z.int().check(z.minimum(1), z.maximum(limits.fileBytes)),
  sha256: Sha256,
});
export type FileEntry = z.infer<typeof FileEntry>;

export const Manifest = z.array(FileEntry).check(
  z.maxLength(limits.filesPerRecord),
  z.refine<FileEntry[]>((files) => new Set(files.map((file) => file.name)).size === files.length, {
    error: 'name-twice',
  }),
);

/**
 * By ending, because a name is checked and a sent Content-Type is hearsay. An article is served as plain
 * text: it is parsed and cleaned by the reader, never navigated to.
 */
const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/plain; charset=utf-8',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  mp4: 'video/mp4',
  m4s: 'video/iso.segment',
  vtt: 'text/vtt; charset=utf-8',
};

export const mediaTypeOf = (name: FileName): string =>
  mediaTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
