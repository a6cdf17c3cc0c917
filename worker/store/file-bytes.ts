import type { FileAddress } from './file-rows.ts';

/** R2's code for bytes that `sha256` does not fit, and the stream's word for more or fewer than promised. */
const isOtherBytes = (error: unknown): boolean =>
  error instanceof Error && /\(10037\)|FixedLengthStream/.test(error.message);

type Promised = FileAddress & { sha256: string; bytes: number };

export const fileKey = ({ space, record, name }: FileAddress): string => `spaces/${space}/${record}/${name}`;

/** `refused`: other bytes than promised, and nothing was kept. `in-the-way`: others lie there. */
export type Kept = 'kept' | 'refused' | 'in-the-way';

/** R2 takes a stream of known length alone. */
const ofLength = (stream: ReadableStream, bytes: number): ReadableStream =>
  stream.pipeThrough(new FixedLengthStream(bytes));

/** Keeps the bytes, of which R2 checks the SHA-256; a stream is never held in memory. Never over others. */
export const keepBytes = async (
  bucket: R2Bucket,
  file: Promised,
  sent: ReadableStream | Uint8Array,
): Promise<Kept> => {
  const key = fileKey(file);
  const { sha256 } = file;
  try {
    const onlyIf = new Headers({ 'If-None-Match': '*' });
    const body = sent instanceof ReadableStream ? ofLength(sent, file.bytes) : sent;
    if (await bucket.put(key, body, { sha256, onlyIf })) return 'kept';
  } catch (error) {
    if (isOtherBytes(error)) return 'refused';
    throw error;
  }
  const there = await bucket.head(key);
  return there?.checksums.toJSON().sha256 === sha256 ? 'kept' : 'in-the-way';
};

export const dropBytes = (bucket: R2Bucket, addresses: FileAddress[]): Promise<void> =>
  bucket.delete(addresses.map(fileKey));

/** Part of the bytes where `range` says which; null when they are gone. */
export const openBytes = (
  bucket: R2Bucket,
  address: FileAddress,
  range?: { offset: number; length: number },
): Promise<R2ObjectBody | null> => bucket.get(fileKey(address), range ? { range } : {});
