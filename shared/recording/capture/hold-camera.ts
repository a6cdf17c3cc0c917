import type { CaptureNews } from './capture.ts';
import type { composePicture } from './compose/compose-picture.ts';
import { holdDevice } from './hold-device.ts';
import { readTrack, type Timed } from './track-reader.ts';
import { watchPicture } from './watch-picture.ts';

type Options = {
  first: MediaStreamTrack;
  /** Null: the camera is the whole picture. */
  composer: ReturnType<typeof composePicture> | null;
  onView: (camera: MediaStream) => void;
  onFrame: (frame: Timed<VideoFrame>) => void;
  onNews: (news: CaptureNews) => void;
  signal: AbortSignal;
};

/** A camera as the whole picture, or handed to the worker that composes. */
export const holdCamera = ({ first, composer, onView, onFrame, onNews, signal }: Options) =>
  holdDevice({
    kind: 'camera',
    first,
    signal,
    onNews,
    follow: (track) => {
      onView(new MediaStream([track]));
      if (composer) {
        composer.setCamera(track);
        return () => composer.setCamera(null);
      }
      const watch = watchPicture((isMissing) => onNews({ at: isMissing ? 'no-picture' : 'picture' }));
      const stop = readTrack<VideoFrame>(track, 4, (frame) => {
        watch.onPicture();
        onFrame(frame);
        frame.data.close();
      });
      return () => {
        watch.stop();
        stop();
      };
    },
  });
