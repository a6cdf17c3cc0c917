import { newId } from '../../../../shared/contract/ids.ts';
import type { Take } from '../../../../shared/contract/kinds/demo.ts';
import type { Timeline } from '../../../../shared/rules/timeline.ts';
import { readRecording } from '../../../../shared/screens/recording/read-recording.ts';
import { OpenReview } from '../../../../shared/screens/review/OpenReview.tsx';
import type { Footage } from '../../../../shared/screens/review/use-footage.ts';
import { useLive } from '../../../../shared/screens/use-live.ts';
import { type Opened, space } from '../open-screen.tsx';

const frameRate = 10;

const makeTake = (index: number, seconds: number): Take => {
  const segments = Array.from({ length: seconds }, (_, at) => ({
    name: `t${index}-v-${at}.m4s`,
    seconds: 1,
  }));
  const video = { init: `t${index}-v-init.mp4`, codec: 'avc1.64001f', segments, width: 1280, height: 720 };
  return { video };
};

/** Frames that nobody looks at. */
const footageOf = (takes: readonly Take[]): Footage => ({
  readFile: () => Promise.reject(new Error('no file')),
  heard: takes,
  places: takes.map((_, at) => ({ url: 'blob:recording', fromSeconds: at * 100 })),
  frames: takes.map(({ video }) => {
    const all = Array.from({ length: video.segments.length * frameRate }, (_, at) => at / frameRate);
    return { all, keys: all.filter((time) => Number.isInteger(time)) };
  }),
  filmstrip: { picture: () => new Promise(() => undefined), close: () => undefined },
});

/** The review of takes of so many seconds, as it stands on the screen. */
export const openReview = async (screen: Opened, takeSeconds: readonly number[]) => {
  const record = newId();
  const takes = takeSeconds.map((seconds, index) => makeTake(index, seconds));
  const row = { record, space, startedAt: 1, state: 'review', title: '', strategy: '' } as const;
  await screen.db.recordings.put({ ...row, takes });
  const footage = footageOf(takes);
  const onTake: { instead?: number }[] = [];
  const Kept = () => {
    const kept = useLive(async () => (await screen.db.recordings.get(record)) ?? null, []);
    return kept ? (
      <OpenReview
        recording={readRecording(kept)}
        footage={footage}
        onTake={(take) => onTake.push(take)}
        onPublished={() => undefined}
      />
    ) : null;
  };
  await screen.draw(<Kept />);
  return {
    asked: onTake,
    /** What is kept of the edit, as it would be found after a crash. */
    kept: async (): Promise<Timeline> => {
      const found = await screen.db.recordings.get(record);
      if (!found) throw new Error('the recording is gone');
      return readRecording(found).history.now;
    },
  };
};
