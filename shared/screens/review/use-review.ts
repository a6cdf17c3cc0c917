import { useMemo } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import { useApp } from '../app-context.ts';
import { type OpenRecording, readRecording } from '../recording/read-recording.ts';
import { useLive } from '../use-live.ts';
import { type Footage, useFootage } from './use-footage.ts';

type ReviewState =
  | { at: 'opening' }
  | { at: 'open'; recording: OpenRecording; footage: Footage }
  | { at: 'failed' };

/** A recording and what there is to see of it, before anything of it is shared. */
export const useReview = (record: Id): ReviewState => {
  const { db } = useApp();
  const row = useLive(async () => (await db.recordings.get(record)) ?? null, [db, record]);
  const recording = useMemo(() => row && readRecording(row), [row]);
  const footage = useFootage(record, recording ?? null);
  if (row === null || recording?.takes.length === 0) return { at: 'failed' };
  return recording && footage.at === 'open'
    ? { at: 'open', recording, footage: footage.footage }
    : { at: footage.at === 'failed' ? 'failed' : 'opening' };
};
