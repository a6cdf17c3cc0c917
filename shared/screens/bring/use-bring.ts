import { useEffect, useRef, useState } from 'preact/hooks';
import { type Id, newId } from '../../contract/ids.ts';
import { type BringProgress, bringFootage } from '../../recording/bring/bring-footage.ts';
import type { Footage } from '../../recording/bring/footage.ts';
import { openFootage } from '../../recording/bring/open-footage.ts';
import { RecordingError } from '../../recording/recording-error.ts';
import { useApp } from '../app-context.ts';
import { holdRecording, keepAwake } from '../recorder/hold-recording.ts';
import type { Room, TakeInto } from '../recorder/use-room.ts';
import type { Ended } from '../recorder/use-take.ts';
import { dropChunks } from '../recording/keep-chunks.ts';
import { beginRecording, discardRecording, keepFile } from '../recording/keep-recording.ts';
import { dropTake, firstTake, keepTake, nextTake } from '../recording/keep-take.ts';

export type Bring =
  | { at: 'looking' }
  /** `isLong`: more than the group allows, and to be cut. */
  | ({ at: 'bringing'; seconds: number; isLong: boolean } & BringProgress)
  | { at: 'failed'; failure: unknown };

type Options = {
  space: Id;
  /** Null: a recording of its own. */
  into: TakeInto | null;
  /** It is what a crash left of a recording, in pieces of its own. */
  isFound: boolean;
  room: Room;
  onEnded: (ended: Ended) => void;
};

/** A file → a take in a recording. Called off, or left, it leaves nothing; killed, what was written is found again. */
export const useBring = (file: Blob, { space, into, isFound, room, onEnded }: Options) => {
  const { db, me, heartbeat } = useApp();
  const [state, setState] = useState<Bring>({ at: 'looking' });
  const work = useRef<{ stopping: AbortController; done: Promise<void> } | null>(null);

  const write = async (footage: Footage, signal: AbortSignal): Promise<Ended> => {
    const { seconds } = footage;
    const isLong = seconds > room.leftSeconds + 0.5;
    setState({ at: 'bringing', seconds, isLong, share: 0, leftSeconds: null });
    const record = into?.record ?? newId();
    // First: another tab takes a recording that nobody holds for one that a crash left.
    const unlock = await holdRecording(record);
    try {
      if (!into) await beginRecording(db, me.id, space, record);
      const place = into ? await nextTake(db, record, into.instead) : firstTake(record);
      try {
        const { take, isPart } = await bringFootage(footage, {
          index: place.number,
          size: room.size,
          onFile: async (made) => {
            // What is too long now is cut before it is published, and may not be sent: much of it is not wanted.
            await keepFile(db, space, record, { ...made, held: isLong });
            heartbeat.nudge();
          },
          // Of a found one there would be two halves after the next crash.
          onTake: async (closed) => {
            if (!isFound) await keepTake(db, place, closed);
          },
          onProgress: (progress) => setState({ at: 'bringing', seconds, isLong, ...progress }),
          signal,
        });
        if (isFound) await keepTake(db, place, take);
        if (isFound) await dropChunks(db, record);
        await db.recordings.update(record, { state: 'review' });
        return { record, finish: { take, reason: isPart ? 'video-cut-short' : 'stopped' } };
      } catch (error) {
        await (into ? dropTake(db, place) : discardRecording(db, record));
        heartbeat.nudge();
        throw error;
      }
    } finally {
      unlock();
    }
  };

  const bring = async (signal: AbortSignal): Promise<void> => {
    const letSleep = keepAwake();
    let footage: Footage | null = null;
    try {
      footage = await openFootage(file, { signal });
      const ended = await write(footage, signal);
      if (!signal.aborted) onEnded(ended);
    } catch (failure) {
      if (signal.aborted) return;
      // The sentence on the screen leaves out why; whoever helps the teacher finds it here.
      console.warn(failure);
      // Why it could not be kept says more than that it was not: most often the disk is full.
      const isNotKept = failure instanceof RecordingError && failure.code === 'not-kept';
      setState({ at: 'failed', failure: isNotKept ? failure.cause : failure });
    } finally {
      footage?.close();
      void letSleep.then((release) => release());
    }
  };

  useEffect(() => {
    const stopping = new AbortController();
    setState({ at: 'looking' });
    work.current = { stopping, done: bring(stopping.signal) };
    return () => stopping.abort();
  }, [file]);

  return {
    state,
    /** Resolves when nothing of it is left. */
    cancel: async (): Promise<void> => {
      work.current?.stopping.abort();
      await work.current?.done;
    },
  };
};
