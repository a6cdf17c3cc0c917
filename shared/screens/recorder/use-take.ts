import { useEffect, useRef, useState } from 'preact/hooks';
import { type Id, newId } from '../../contract/ids.ts';
import { limits } from '../../contract/limits.ts';
import type { Capture } from '../../recording/capture/open-capture.ts';
import { RecordingError } from '../../recording/recording-error.ts';
import { type Finish, startTake, type TakeUnderWay } from '../../recording/take/start-take.ts';
import { useApp } from '../app-context.ts';
import { beginRecording, discardRecording, keepFile, keepTake, lockOf } from '../recording/keep-recording.ts';

export type Run =
  | { at: 'idle'; failure: unknown }
  | { at: 'counting'; left: number }
  | { at: 'starting' }
  | { at: 'running'; isPaused: boolean }
  | { at: 'ending' };

export type Ended = { record: Id; finish: Finish };

/** Resolves, with the way to let go, once the lock is held. */
const holdLock = async (record: Id): Promise<() => void> => {
  const held = Promise.withResolvers<void>();
  await new Promise<void>((resolve, reject) => {
    const holding = () => {
      resolve();
      return held.promise;
    };
    navigator.locks.request(lockOf(record), holding).catch(reject);
  });
  return held.resolve;
};

/** A phone that nobody touches for two minutes would lock itself, and the camera with it. */
const keepAwake = async (): Promise<() => void> => {
  const lock = await navigator.wakeLock?.request('screen').catch(console.info);
  return () => void lock?.release();
};

/** From the countdown to the last segment. What was recorded is kept at each step, whatever becomes of the page. */
export const useTake = (capture: Capture, space: Id, onEnded: (ended: Ended) => void) => {
  const { db, me, heartbeat } = useApp();
  const [run, setRun] = useState<Run>({ at: 'idle', failure: null });
  const [seconds, setSeconds] = useState(0);
  const take = useRef<TakeUnderWay | null>(null);
  const isLeft = useRef(false);
  const isStarted = useRef(false);

  // How it ended, well or not, is told by `finished`.
  const stop = () => take.current?.stop().catch(() => undefined);

  const start = async (): Promise<void> => {
    // The countdown and "Start now" can come at the same moment.
    if (isStarted.current) return;
    isStarted.current = true;
    setRun({ at: 'starting' });
    setSeconds(0);
    const letSleep = keepAwake();
    const id = newId();
    let unlock: (() => void) | undefined;
    try {
      // First: another tab takes a recording that nobody holds for one that a crash left.
      unlock = await holdLock(id);
      await beginRecording(db, me.id, space, id);
      heartbeat.nudge();
      take.current = await startTake(capture, {
        index: 0,
        limitSeconds: limits.demoSeconds,
        onFile: async (file) => {
          await keepFile(db, space, id, file);
          heartbeat.nudge();
        },
        onTake: (closed) => keepTake(db, id, 0, closed),
        onProgress: (progress) => setSeconds(progress.seconds),
      });
      if (isLeft.current) void stop();
      setRun({ at: 'running', isPaused: false });
      const finish = await take.current.finished;
      await db.recordings.update(id, { state: 'review' });
      onEnded({ record: id, finish });
    } catch (failure) {
      // The recorder throws only when there is nothing to keep; anything else leaves what there is to be found.
      if (failure instanceof RecordingError) await discardRecording(db, id).catch(console.warn);
      setRun({ at: 'idle', failure });
    } finally {
      take.current = null;
      isStarted.current = false;
      void letSleep.then((release) => release());
      unlock?.();
    }
  };

  useEffect(() => {
    if (run.at !== 'counting') return;
    const timer = setTimeout(() => {
      if (run.left > 1) setRun({ at: 'counting', left: run.left - 1 });
      else void start();
    }, 1_000);
    return () => clearTimeout(timer);
  }, [run]);

  // Leaving in whatever way ends the take; it is found again as a recording that was not published.
  useEffect(
    () => () => {
      isLeft.current = true;
      void stop();
    },
    [],
  );

  return {
    run,
    seconds,
    count: () => setRun({ at: 'counting', left: 3 }),
    skip: () => void start(),
    cancel: () => setRun({ at: 'idle', failure: null }),
    pause: () => {
      take.current?.pause();
      setRun({ at: 'running', isPaused: true });
    },
    resume: () => {
      take.current?.resume();
      setRun({ at: 'running', isPaused: false });
    },
    stop: async () => {
      setRun({ at: 'ending' });
      await stop();
    },
  };
};
