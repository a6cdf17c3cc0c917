import { watchPicture } from '../watch-picture.ts';
import { createCadence } from './cadence.ts';
import { drawFrame } from './draw-frame.ts';
import { type Bubble, firstBubble, frameFor, type Size } from './layout.ts';
import type { FromComposer, ToComposer } from './messages.ts';
import { createNewestPicture } from './newest-picture.ts';

/** Enough for a screen; a camera beside it is small. */
const perSecond = 15;
/** Pictures that the page has not taken up yet: a page that stands still does not fill the memory. */
const aheadMost = 8;

const cadence = createCadence(perSecond);
let size: Size | null = null;
let canvas: OffscreenCanvasRenderingContext2D | null = null;
let bubble: Bubble = firstBubble;
let ahead = 0;
/** What was drawn last, as long as nothing has changed: drawing it again costs as much as the first time. */
let drawn: VideoFrame | null = null;

const tell = (message: FromComposer, transfer: Transferable[] = []) => postMessage(message, { transfer });

const change = (): void => {
  drawn?.close();
  drawn = null;
};

const openCanvas = (frame: Size): OffscreenCanvasRenderingContext2D => {
  const context = new OffscreenCanvas(frame.width, frame.height).getContext('2d', { alpha: false });
  if (!context) throw new Error('a worker draws in two dimensions');
  tell({ size: frame });
  return context;
};

const draw = (picture: VideoFrame, timestamp: number): VideoFrame => {
  canvas ??= openCanvas(size ?? frameFor({ width: picture.displayWidth, height: picture.displayHeight }));
  drawFrame(canvas, canvas.canvas, picture, camera.picture, bubble);
  return new VideoFrame(canvas.canvas, { timestamp });
};

/** What there is now, whether anything moved or not: a screen that stands still sends no pictures. */
const compose = (): void => {
  const nowMs = performance.now();
  if (!screen.picture || ahead >= aheadMost || !cadence.isDue(nowMs)) return;
  const timestamp = Math.round(nowMs * 1000);
  drawn ??= draw(screen.picture, timestamp);
  const picture = new VideoFrame(drawn, { timestamp });
  ahead++;
  tell({ picture, timeOrigin: performance.timeOrigin }, [picture]);
};
const screen = createNewestPicture(() => {
  change();
  compose();
});
let watch: ReturnType<typeof watchPicture> | null = null;
const camera = createNewestPicture(() => {
  watch?.onPicture();
  if (bubble.isOn) change();
  compose();
});

const wake = (): void => {
  compose();
  setTimeout(wake, cadence.leftMs(performance.now()));
};

addEventListener('message', ({ data }: MessageEvent<ToComposer>) => {
  if ('taken' in data) {
    ahead--;
    return;
  }
  change();
  if ('bubble' in data) bubble = data.bubble;
  else if ('camera' in data) {
    watch?.stop();
    watch = data.camera && watchPicture((isCameraMissing) => tell({ isCameraMissing }));
    camera.follow(data.camera);
  } else {
    size = data.size;
    screen.follow(data.screen);
    wake();
  }
});
