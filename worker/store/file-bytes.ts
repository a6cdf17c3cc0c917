import type { FileAddress } from './file-rows.ts';

/** R2's own code for bytes that are not what `sha256` promised. */
const digestMismatch = '(10037)';

export const fileKey = ({ space, record, name }: FileAddress): string => `spaces/${space}/${record}/${name}`;

/** `refused`: other bytes than promised, and nothing was kept. `in-the-way`: try again. */
export type Kept = 'kept' | 'refused' | 'in-the-way';

/**
 * Keeps the bytes, of which R2 checks the SHA-256; never over others. A stream must be of known length
 * (`FixedLengthStream`).
 */
export const keepBytes = async (
  bucket: R2Bucket,
  address: FileAddress,
  sha256: string,
  bytes: ReadableStream | Uint8Array,
): Promise<Kept> => {
  const key = fileKey(address);
  try {
    const onlyIf = new Headers({ 'If-None-Match': '*' });
    if (await bucket.put(key, bytes, { sha256, onlyIf })) return 'kept';
  } catch (error) {
    if (error instanceof Error && error.message.includes(digestMismatch)) return 'refused';
    throw error;
  }
  const there = await bucket.head(key);
  if (there?.checksums.toJSON().sha256 === sha256) return 'kept';
  // What no row names any more: a put that outlived its row left it.
  await bucket.delete(key);
  return 'in-the-way';
};

export const dropBytes = (bucket: R2Bucket, addresses: FileAddress[]): Promise<void> =>
  bucket.delete(addresses.map(fileKey));

/** Part of the bytes where `range` says which; null when they are gone. */
export const readBytes = (
  bucket: R2Bucket,
  address: FileAddress,
  range?: { offset: number; length: number },
): Promise<R2ObjectBody | null> => bucket.get(fileKey(address), range ? { range } : {});
