import { liveQuery } from 'dexie';
import type { LocalDb } from '../../shared/local/db.ts';

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
 * Has the browser send what waits when this page is closed, or when there is a network again. Bytes alone are not
 * worth waking it for: every few seconds there are some while a demo is recorded. False where no browser does that.
 */
export const sendWhenClosed = (db: LocalDb): boolean => {
  if (!('SyncManager' in globalThis && 'serviceWorker' in navigator)) return false;
  let isAsked = false;
  liveQuery(() => db.outbox.filter(({ op }) => op !== 'file').count()).subscribe((waiting) => {
    if (waiting > 0 && !isAsked) register().catch(console.info);
    isAsked = waiting > 0;
  });
  return true;
};
