import { liveQuery } from 'dexie';
import { ApiError } from '../client/api-error.ts';
import type { LocalDb } from './db.ts';
import { LocalError } from './local-error.ts';
import { createSource, type Observable } from './observable.ts';
import type { Outbox } from './outbox.ts';
import type { Sync } from './sync.ts';

/** `waiting`: how many records have something that the Worker has not heard. */
export type HeartbeatStatus = { online: boolean; waiting: number; signedOut: boolean };

export type Heartbeat = {
  start(): void;
  stop(): void;
  nudge(): void;
  status: Observable<HeartbeatStatus>;
};

type Needs = { db: LocalDb; sync: Sync; outbox: Outbox };

const activeMs = 4_000;
const idleMs = 60_000;
/** Long enough to read a page without touching anything. */
const activeForMs = 5 * 60_000;

/**
 * Keeps a device in step: every 4 s while the person is active, slower and slower to a minute when idle; while
 * the page is hidden, only when something is saved. In a realm without a document (a worker) only nudges count
 * as activity.
 */
export const createHeartbeat = ({ db, sync, outbox }: Needs): Heartbeat => {
  const page = globalThis.document as Document | undefined;
  const status = createSource<HeartbeatStatus>({ online: true, waiting: 0, signedOut: false });
  /** Most beats bring no news, and whoever listens draws anew. */
  const tell = (change: Partial<HeartbeatStatus>): void => {
    const { online, waiting, signedOut } = status.value;
    const next = { ...status.value, ...change };
    const isNews = next.online !== online || next.waiting !== waiting || next.signedOut !== signedOut;
    if (isNews) status.set(next);
  };
  let stopping: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = activeMs;
  let lastActiveMs = 0;
  let beating = false;
  let again = false;
  let isSaved = false;

  /** A full disk is told by whoever saves; here it means to hear less, until what is sent makes room. */
  const pull = (signal: AbortSignal): Promise<void> =>
    sync.pull(signal).catch((error: unknown) => {
      if (!(error instanceof LocalError)) throw error;
      console.info(error);
    });

  const beat = async (signal: AbortSignal): Promise<void> => {
    // What was just saved goes first: somebody may be waiting for it.
    const isUrgent = isSaved;
    isSaved = false;
    try {
      if (!isUrgent) await pull(signal);
      const flushed = await outbox.flush(signal);
      if (isUrgent || flushed.sent > 0) await pull(signal);
      tell({ online: !flushed.offline, signedOut: flushed.signedOut });
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ApiError)) throw error;
      tell({ online: error.code !== 'offline', signedOut: error.code === 'not-signed-in' });
    }
  };

  const run = async (evenHidden = false): Promise<void> => {
    const signal = stopping?.signal;
    if (!signal || (page?.hidden && !evenHidden)) return;
    clearTimeout(timer);
    if (beating) {
      again = true;
      return;
    }
    beating = true;
    try {
      do {
        again = false;
        await beat(signal);
      } while (again && !signal.aborted);
    } finally {
      beating = false;
      if (signal.aborted) {
        // Started anew while this beat came to its end.
        if (stopping) void run();
      } else {
        const isActive = Date.now() - lastActiveMs < activeForMs;
        pauseMs = isActive ? activeMs : Math.min(idleMs, pauseMs * 1.5);
        timer = setTimeout(() => void run(), pauseMs);
      }
    }
  };

  const wake = (evenHidden: boolean) => {
    lastActiveMs = Date.now();
    void run(evenHidden);
  };
  const nudge = () => wake(false);

  return {
    status,
    nudge,
    stop() {
      stopping?.abort();
      stopping = undefined;
      clearTimeout(timer);
    },
    start() {
      if (stopping) return;
      stopping = new AbortController();
      const { signal } = stopping;
      const active = () => {
        lastActiveMs = Date.now();
      };
      for (const event of ['pointerdown', 'pointermove', 'keydown'] as const) {
        page?.addEventListener(event, active, { signal, passive: true });
      }
      page?.addEventListener('visibilitychange', nudge, { signal });
      globalThis.addEventListener?.('online', nudge, { signal });
      globalThis.addEventListener?.('focus', nudge, { signal });
      let before = 0;
      const watching = liveQuery(async () => ({
        rows: await db.outbox.count(),
        records: (await db.outbox.orderBy('record').uniqueKeys()).length,
      })).subscribe(({ rows, records }) => {
        tell({ waiting: records });
        // Whoever records shows something else meanwhile: what is saved in a hidden tab goes too.
        if (rows > before) {
          isSaved = true;
          wake(true);
        }
        before = rows;
      });
      signal.addEventListener('abort', () => watching.unsubscribe());
      nudge();
    },
  };
};
