import { useEffect, useState } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import type { Recording } from '../../local/db.ts';
import { takePoster } from '../../recording/edit/take-poster.ts';
import { toMp4 } from '../../recording/edit/to-mp4.ts';
import { timelineSeconds } from '../../rules/playlist.ts';
import { useApp } from '../app-context.ts';
import { readKept } from '../recording/keep-recording.ts';
import { takesOf } from '../recording/read-recording.ts';

export type ReviewState =
  | { at: 'opening' }
  | { at: 'open'; recording: Recording; url: string; poster: Blob | null }
  | { at: 'failed'; failure: unknown };

/** A recording as it can be watched before anything of it is shared: from this device alone. */
export const useReview = (record: Id): ReviewState => {
  const { db } = useApp();
  const [state, setState] = useState<ReviewState>({ at: 'opening' });
  useEffect(() => {
    let isLeft = false;
    let url = '';
    const open = async (): Promise<void> => {
      const recording = await db.recordings.get(record);
      if (!recording) throw new Error('the recording is gone');
      const takes = takesOf(recording);
      const mp4 = await toMp4(takes, (name) => readKept(db, record, name));
      const poster = await takePoster(mp4, timelineSeconds(takes) / 3).catch((error: unknown) => {
        // A demo without a picture before it plays is still a demo.
        console.warn(error);
        return null;
      });
      if (isLeft) return;
      url = URL.createObjectURL(mp4);
      setState({ at: 'open', recording, url, poster });
    };
    open().catch((failure: unknown) => {
      console.warn(failure);
      if (!isLeft) setState({ at: 'failed', failure });
    });
    return () => {
      isLeft = true;
      URL.revokeObjectURL(url);
    };
  }, [db, record]);
  return state;
};
