/** Bytes used and still free on this device, as far as can be known, and whether the browser promised to keep them. */
export type StorageRoom = { usedBytes: number; freeBytes: number; isKept: boolean };

const megabyte = 1024 * 1024;
/** More than this need not be known more exactly. */
const triedBytes = [200, 100, 50, 25, 10, 5].map((megabytes) => megabytes * megabyte);

/** Lengthens an empty file, which is counted but not written. */
const takes = async (file: FileSystemFileHandle, bytes: number): Promise<boolean> => {
  const writable = await file.createWritable();
  try {
    await writable.truncate(bytes);
    return true;
  } catch {
    return false;
  } finally {
    await writable.abort().catch(console.info);
  }
};

/** Tried rather than asked: so that nobody is told apart by it, Chromium's estimate is ten gigabytes whatever is left. */
const triedRoom = async (): Promise<number> => {
  const folder = await navigator.storage.getDirectory();
  const name = `room-${crypto.randomUUID()}`;
  const file = await folder.getFileHandle(name, { create: true });
  try {
    for (const bytes of triedBytes) if (await takes(file, bytes)) return bytes;
    return 0;
  } finally {
    await folder.removeEntry(name);
  }
};

/** Asks the browser not to throw recordings away under pressure, and how much room there is. */
export const storageRoom = async (): Promise<StorageRoom> => {
  const isKept = await navigator.storage.persist();
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  const estimated = Math.max(0, quota - usage);
  const tried = await triedRoom().catch((error: unknown) => {
    console.info(error);
    return estimated;
  });
  return { usedBytes: usage, freeBytes: Math.min(estimated, tried), isKept };
};
