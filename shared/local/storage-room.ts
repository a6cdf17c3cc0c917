/** Bytes used and still free on this device, as the browser guesses, and whether it promised to keep them. */
export type StorageRoom = { usedBytes: number; freeBytes: number; isKept: boolean };

/** Asks the browser not to throw recordings away under pressure, and how much room there is. */
export const storageRoom = async (): Promise<StorageRoom> => {
  const isKept = await navigator.storage.persist();
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  return { usedBytes: usage, freeBytes: Math.max(0, quota - usage), isKept };
};
