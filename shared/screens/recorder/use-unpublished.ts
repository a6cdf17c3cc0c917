import { useEffect, useState } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import type { Recording } from '../../local/db.ts';
import { useApp } from '../app-context.ts';
import { findChunks } from '../recording/keep-chunks.ts';
import { discardRecording, lockOf } from '../recording/keep-recording.ts';
import { type OpenRecording, readRecording } from '../recording/read-recording.ts';
import { useLive } from '../use-live.ts';

const heldLocks = async (): Promise<Set<string>> => {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => name ?? []));
};

/** Recordings of this space that a crash, a closed tab or a change of mind left, newest first. */
export const useUnpublished = (space: Id): OpenRecording[] => {
  const { db } = useApp();
  const rows = useLive(() => db.recordings.where('space').equals(space).toArray(), [db, space]);
  const [found, setFound] = useState<OpenRecording[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const look = async (kept: Recording[]) => {
      const held = await heldLocks();
      const idle = kept.map(readRecording).filter(({ record }) => !held.has(lockOf(record)));
      const whole: OpenRecording[] = [];
      // Nothing of it was closed, so there is nothing to offer.
      for (const recording of idle) {
        const { record, takes } = recording;
        if (takes.length > 0 || (await findChunks(db, record))) whole.push(recording);
        else await discardRecording(db, record);
      }
      if (isCurrent) setFound(whole.sort((a, b) => b.startedAt - a.startedAt));
    };
    look(rows ?? []).catch(console.warn);
    return () => {
      isCurrent = false;
    };
  }, [rows, db]);
  return found;
};
