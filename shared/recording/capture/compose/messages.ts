import type { Bubble, Size } from './layout.ts';

type Pictures = ReadableStream<VideoFrame>;

/** What the page tells the worker that composes. */
export type ToComposer =
  /** The screen's picture; `size` is null where the screen itself decides how large. */
  | { screen: Pictures; size: Size | null }
  /** Another camera, or none. */
  | { camera: Pictures | null }
  | { bubble: Bubble }
  /** A frame was taken up: there is room for one more. */
  | { taken: true };

/** What it answers. Stamps are microseconds since `timeOrigin`, which is the worker's own. */
export type FromComposer =
  | { size: Size }
  | { isCameraMissing: boolean }
  | { picture: VideoFrame; timeOrigin: number };
