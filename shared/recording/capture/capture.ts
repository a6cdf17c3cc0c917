import type { DeviceKind } from './ask-for-devices.ts';
import type { Bubble, Size } from './compose/layout.ts';
import type { Sound } from './hear-track.ts';
import type { DeviceNews } from './hold-device.ts';
import type { Stop } from './listeners.ts';
import type { Timed } from './track-reader.ts';

export type Source = 'camera' | 'screen' | 'both';

/** `peak` 0 to 1; `isHeard` false once the microphone has given nothing for more than a second. */
export type Level = { peak: number; isHeard: boolean; isClipping: boolean };

/** `no-picture`: the camera is there and sends nothing. */
export type CaptureNews = DeviceNews | { at: 'no-picture' } | { at: 'picture' };

/** What there is to be seen before it is recorded. `frame` is the size of what is recorded of a screen. */
export type Views = { camera: MediaStream | null; screen: MediaStream | null; frame: Size | null };

/** What a take is recorded from, switched on until `close`. */
export type Capture = {
  /** Another for each capture: what belongs to one begins anew with the next. */
  readonly id: string;
  readonly source: Source;
  readonly views: Views;
  onViews(listener: (views: Views) => void): Stop;
  /** Where the camera stands in the screen's picture, from the next frame on. */
  setBubble(bubble: Bubble): void;
  onLevel(listener: (level: Level) => void): Stop;
  onNews(listener: (news: CaptureNews) => void): Stop;
  /** What is missing now: nothing can be recorded until it is back. */
  readonly lost: readonly DeviceKind[];
  /** The id of the one in use, as browsers give it. */
  using(device: DeviceKind): string | undefined;
  /** Another camera or microphone, also while it records. Throws RecordingError and keeps the one in use. */
  use(device: DeviceKind, id: string): Promise<void>;
  /** “Stop sharing” was pressed, or the window that was shown is closed. */
  onSharingEnded(listener: () => void): Stop;
  /** Raw frames by the page's clock, as `startTake` wants them; a listener may not keep or close `data`. */
  onFrame(listener: (frame: Timed<VideoFrame>) => void): Stop;
  onSound(listener: (sound: Sound) => void): Stop;
  /** Where the browser gives no raw samples: what its own recorder is to record. */
  readonly recorded?: MediaStream;
  close(): void;
};

export type CaptureOptions = {
  cameraId?: string | undefined;
  microphoneId?: string | undefined;
  /** Of what the demo already has: all its takes are as large as the first. Null: as large as comes. */
  size: Size | null;
  bubble?: Bubble;
  signal: AbortSignal;
} & ({ source: 'camera' } | { source: 'screen' | 'both'; screen: MediaStream });
