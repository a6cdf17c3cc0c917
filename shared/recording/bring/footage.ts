import type { VideoSample } from 'mediabunny';
import type { Size } from '../capture/compose/layout.ts';

/** A picture and when it is seen, in seconds from where its file begins. Whoever takes it closes it. */
export type Picture = { sample: VideoSample; atSeconds: number };
/** One channel of sound from `atSeconds` on. */
export type SoundChunk = { mono: Float32Array<ArrayBuffer>; sampleRate: number; atSeconds: number };

/** A video file that can be read, whichever program reads it: in the order of time, once. */
export type Footage = {
  seconds: number;
  /** As it is seen: turned upright, its pixels square. */
  size: Size;
  /** Frames a second. */
  rate: number;
  pictures(signal: AbortSignal): AsyncGenerator<Picture, void>;
  /** Null where the file is silent. */
  sound: ((signal: AbortSignal) => AsyncGenerator<SoundChunk, void>) | null;
  close(): void;
};
