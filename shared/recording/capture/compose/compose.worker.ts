import { watchPicture } from '../watch-picture.ts';
import { createCadence } from './cadence.ts';
import { drawFrame } from './draw-frame.ts';
import { type Bubble, firstBubble, frameFor, type Size } from './layout.ts';
import type { FromComposer, ToComposer } from './messages.ts';

/** Enough for a screen; a camera beside it is small. */
const perSecond = 15;
/** Pictures that the page has not taken up yet: a page that stands still does not fill the memory. */
const aheadMost = 8;

/** The newest picture of a stream; one that comes later takes its place. */
const createNewest = (onPicture: () => void) => {
  let newest: VideoFrame | null = null;
  let reader: ReadableStreamDefaultReader<VideoFrame> | null = null;
  const read = async (from: ReadableStreamDefaultReader<VideoFrame>): Promise<void> => {
    for (;;) {
      const { value } = await from.read();
      if (!value) return;
      if (from !== reader) return value.close();
      newest?.close();
      newest = value;
      onPicture();
    }
  };
  return {
    get picture() {
      return newest;
    },
    follow(pictures: ReadableStream<VideoFrame> | null): void {
      reader?.cancel().catch(() => undefined);
      reader = pictures?.getReader() ?? null;
      if (reader) void read(reader);
    },
    clear(): void {
      newest?.close();
      newest = null;
    },
  };
};

const cadence = createCadence(perSecond);
let frame: Size | null = null;
let canvas: OffscreenCanvasRenderingContext2D | null = null;
let bubble: Bubble = firstBubble;
let ahead = 0;

const tell = (message: FromComposer, transfer: Transferable[] = []) => postMessage(message, { transfer });

const openCanvas = (size: Size): OffscreenCanvasRenderingContext2D => {
  frame = size;
  const context = new OffscreenCanvas(size.width, size.height).getContext('2d', { alpha: false });
  if (!context) throw new Error('a worker draws in two dimensions');
  tell({ size });
  return context;
};

/** What there is now, whether anything moved or not: a screen that stands still sends no pictures. */
const compose = (): void => {
  const picture = screen.picture;
  const nowMs = performance.now();
  if (!picture || ahead >= aheadMost || !cadence.isDue(nowMs)) return;
  canvas ??= openCanvas(frame ?? frameFor({ width: picture.displayWidth, height: picture.displayHeight }));
  drawFrame(
    canvas,
    { width: canvas.canvas.width, height: canvas.canvas.height },
    picture,
    camera.picture,
    bubble,
  );
  const composed = new VideoFrame(canvas.canvas, { timestamp: Math.round(nowMs * 1000) });
  ahead++;
  tell({ picture: composed, timeOrigin: performance.timeOrigin }, [composed]);
};
const screen = createNewest(compose);
let watch: ReturnType<typeof watchPicture> | null = null;
const camera = createNewest(() => {
  watch?.onPicture();
  compose();
});

const wake = (): void => {
  compose();
  setTimeout(wake, cadence.leftMs(performance.now()));
};

addEventListener('message', ({ data }: MessageEvent<ToComposer>) => {
  if ('taken' in data) ahead--;
  else if ('bubble' in data) bubble = data.bubble;
  else if ('camera' in data) {
    watch?.stop();
    watch = data.camera && watchPicture((isCameraMissing) => tell({ isCameraMissing }));
    camera.follow(data.camera);
    if (!data.camera) camera.clear();
  } else {
    frame = data.size;
    screen.follow(data.screen);
    wake();
  }
});
