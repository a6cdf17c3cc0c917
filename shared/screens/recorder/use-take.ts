import { useEffect, useRef, useState } from 'preact/hooks';
import { type Id, newId } from '../../contract/ids.ts';
import { startFileTake } from '../../recording/bring/start-file-take.ts';
import type { Capture } from '../../recording/capture/capture.ts';
import type { Size } from '../../recording/capture/compose/layout.ts';
import { RecordingError } from '../../recording/recording-error.ts';
import {
  type Finish,
  startTake,
  type TakeOptions,
  type TakeUnderWay,
} from '../../recording/take/start-take.ts';
import { useApp } from '../app-context.ts';
import { createChunks, findChunks } from '../recording/keep-chunks.ts';
import { beginRecording, discardRecording, keepFile } from '../recording/keep-recording.ts';
import { firstTake, keepTake, nextTake } from '../recording/keep-take.ts';
import { holdRecording, keepAwake } from './hold-recording.ts';
import type { TakeInto } from './use-room.ts';

export type Run =
  | { at: 'idle'; failure: unknown }
  | { at: 'counting'; left: number }
  | { at: 'starting' }
  | { at: 'running'; isPaused: boolean }
  /** `share` 0 to 1, where a take is yet to be made of what was recorded. */
  | { at: 'ending'; share: number | null };

export type Ended = { record: Id; finish: Finish };

const idle: Run = { at: 'idle', failure: null };

type Options = {
  space: Id;
  /** Null: a recording of its own. */
  into: TakeInto | null;
  limitSeconds: number;
  /** Of the demo's other takes; null where there is none. */
  size: Size | null;
  onEnded: (ended: Ended) => void;
};

/** From the countdown to the last segment. What was recorded is kept at each step, whatever becomes of the page. */
export const useTake = (capture: Capture, { space, into, limitSeconds, size, onEnded }: Options) => {
  const { db, me, heartbeat } = useApp();
  const [run, setRun] = useState<Run>(idle);
  const [seconds, setSeconds] = useState(0);
  const take = useRef<TakeUnderWay | null>(null);
  /** The screen was left, or the take called off, before it had begun. */
  const isUnwanted = useRef(false);
  const isStarted = useRef(false);

  // How it ended, well or not, is told by `finished`.
  const stop = () => take.current?.stop().catch(() => undefined);

  const openPlace = async (record: Id) => {
    if (into) return nextTake(db, record, into.instead);
    await beginRecording(db, me.id, space, record);
    heartbeat.nudge();
    return firstTake(record);
  };

  const begin = (record: Id, options: TakeOptions): Promise<TakeUnderWay> =>
    capture.recorded
      ? startFileTake(capture.recorded, capture, {
          ...options,
          chunks: createChunks(db, space, record, options.index),
          onBringing: (share) => setRun({ at: 'ending', share }),
        })
      : startTake(capture, options);

  const start = async (): Promise<void> => {
    // The countdown and "Start now" can come at the same moment.
    if (isStarted.current) return;
    isStarted.current = true;
    setRun({ at: 'starting' });
    setSeconds(0);
    const letSleep = keepAwake();
    const record = into?.record ?? newId();
    let unlock: (() => void) | undefined;
    try {
      // First: another tab takes a recording that nobody holds for one that a crash left.
      unlock = await holdRecording(record);
      const place = await openPlace(record);
      const options: TakeOptions = {
        index: place.number,
        limitSeconds,
        size,
        onFile: async (file) => {
          await keepFile(db, space, record, file);
          heartbeat.nudge();
        },
        onTake: (closed) => keepTake(db, place, closed),
        onProgress: (progress) => setSeconds(progress.seconds),
        onPaused: () => setRun({ at: 'running', isPaused: true }),
      };
      take.current = await begin(record, options);
      if (isUnwanted.current) void stop();
      else setRun({ at: 'running', isPaused: false });
      const finish = await take.current.finished;
      // On a full disk it stays as it was, and is looked at all the same.
      await db.recordings.update(record, { state: 'review' }).catch(console.warn);
      onEnded({ record, finish });
    } catch (failure) {
      // The recorder throws only when there is nothing to keep; anything else leaves what there is to be found.
      const isNothing = failure instanceof RecordingError && !(await findChunks(db, record));
      if (isNothing && !into) await discardRecording(db, record).catch(console.warn);
      setRun({ at: 'idle', failure: isNothing && isUnwanted.current ? null : failure });
    } finally {
      take.current = null;
      isStarted.current = false;
      isUnwanted.current = false;
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
      isUnwanted.current = true;
      void stop();
    },
    [],
  );

  return {
    run,
    seconds,
    limitSeconds,
    count: () => setRun({ at: 'counting', left: 3 }),
    skip: () => void start(),
    cancel: () => {
      if (run.at === 'starting') isUnwanted.current = true;
      else setRun(idle);
    },
    pause: () => {
      take.current?.pause();
      setRun({ at: 'running', isPaused: true });
    },
    resume: () => {
      // The sentence about the missing device says what is to be done first.
      if (capture.lost.length > 0) return;
      take.current?.resume();
      setRun({ at: 'running', isPaused: false });
    },
    stop: async () => {
      setRun({ at: 'ending', share: null });
      await stop();
    },
  };
};
export type TakeControl = ReturnType<typeof useTake>;
