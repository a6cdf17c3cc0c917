import { picturesOf, type Timed } from '../track-reader.ts';
import type { Bubble, Size } from './layout.ts';
import type { FromComposer, ToComposer } from './messages.ts';

type Options = {
  screen: MediaStreamTrack;
  /** Null: as large as the screen is when it begins. */
  size: Size | null;
  onFrame: (frame: Timed<VideoFrame>) => void;
  onSize: (size: Size) => void;
  /** The camera in the bubble is there and sends nothing, or sends again. */
  onCamera: (isMissing: boolean) => void;
};

/**
 * A screen and a camera as one picture, 15 times a second. All of it is done in a worker, which goes on when
 * the tab is hidden or another program lies over it (docs/decisions/017). `onFrame` may not keep `data`.
 */
export const composePicture = ({ screen, size, onFrame, onSize, onCamera }: Options) => {
  const worker = new Worker(new URL('./compose.worker.ts', import.meta.url), { type: 'module' });
  const tell = (message: ToComposer, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  worker.addEventListener('message', ({ data }: MessageEvent<FromComposer>) => {
    if ('size' in data) return onSize(data.size);
    if ('isCameraMissing' in data) return onCamera(data.isCameraMissing);
    const { picture, timeOrigin } = data;
    onFrame({ data: picture, fromMs: picture.timestamp / 1000 + timeOrigin - performance.timeOrigin });
    picture.close();
    tell({ taken: true });
  });
  const pictures = picturesOf(screen);
  tell({ screen: pictures, size }, [pictures]);
  return {
    setCamera(track: MediaStreamTrack | null): void {
      const next = track && picturesOf(track);
      tell({ camera: next }, next ? [next] : []);
    },
    setBubble: (bubble: Bubble) => tell({ bubble }),
    close: () => worker.terminate(),
  };
};
