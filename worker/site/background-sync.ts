import type { LocalDb } from '../../shared/local/db.ts';
import { onWordsWaiting } from '../../shared/local/on-words-waiting.ts';

/** How a tag begins that the service worker listens to. */
export const syncTag = 'outbox-';

// Background Sync is Chromium's alone, so TypeScript's DOM does not know it.
type WithSync = ServiceWorkerRegistration & { sync: { register(tag: string): Promise<void> } };

/** A tag of its own each time: one that failed waits for minutes, and asking for it again would not hurry it. */
const register = async (): Promise<void> => {
  const registration = (await navigator.serviceWorker.ready) as WithSync;
  await registration.sync.register(syncTag + Date.now());
};

/**
 * Has the browser send what waits when this page is closed, or when there is a network again. False where no browser
 * does that.
 */
export const sendWhenClosed = (db: LocalDb): boolean => {
  if (!('SyncManager' in globalThis && 'serviceWorker' in navigator)) return false;
  onWordsWaiting(db, () => register().catch(console.info));
  return true;
};
