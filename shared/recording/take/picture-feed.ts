import { VideoSample, type VideoSampleSource } from 'mediabunny';
import type { Timed } from '../capture/track-reader.ts';
import type { TakeClock } from './take-clock.ts';

/** Frames that may wait for the encoder. A camera has few buffers: beyond this a frame is let go. */
const waitingMost = 8;

/** A picture that stands longer is sent again: each two seconds end a segment, and what is not in one is lost in a crash. */
const standsMs = 1_000;

/** Frames → encoder. A frame is held until the next one tells how long it was seen. */
export const createPictureFeed = (
  source: VideoSampleSource,
  clock: TakeClock,
  onFailed: (error: unknown) => void,
) => {
  let held: { sample: VideoSample; isKey: boolean } | null = null;
  let run = -1;
  let waiting = 0;
  let seenMs = -Infinity;
  let heldMs = -Infinity;

  const send = async (untilSeconds: number): Promise<void> => {
    if (!held) return;
    const { sample, isKey } = held;
    held = null;
    sample.setDuration(Math.max(0.001, untilSeconds - sample.timestamp));
    waiting++;
    try {
      // The first frame after a pause must not lean on one before it (RFC 8216 §3: segments stand alone).
      await source.add(sample, isKey ? { keyFrame: true } : {});
    } catch (error) {
      onFailed(error);
    } finally {
      waiting--;
      sample.close();
    }
  };

  return {
    onFrame({ data, fromMs }: Timed<VideoFrame>): void {
      seenMs = fromMs;
      const [piece] = clock.pieces(fromMs, fromMs + 1);
      if (!piece) return;
      const isKey = piece.run !== run;
      if (waiting >= waitingMost && !isKey) return;
      // Tracks of a take start together at 0, whenever the camera's first frame came.
      const timestamp = run === -1 ? 0 : piece.atSeconds;
      if (held && timestamp <= held.sample.timestamp) return;
      run = piece.run;
      void send(timestamp);
      held = { sample: new VideoSample(data.clone(), { timestamp }), isKey };
      heldMs = fromMs;
    },
    /** Said often, whether frames come or not. */
    onTime(nowMs: number): void {
      const [piece] = clock.pieces(nowMs, nowMs + 1);
      if (!held || !piece || piece.run !== run || nowMs - heldMs < standsMs) return;
      const again = held.sample.clone();
      again.setTimestamp(piece.atSeconds);
      void send(piece.atSeconds);
      held = { sample: again, isKey: false };
      heldMs = nowMs;
    },
    hasSeen: (atMs: number): boolean => seenMs >= atMs,
    /** The last frame stays until the take's end. */
    close: (seconds: number): Promise<void> => send(seconds),
    discard(): void {
      held?.sample.close();
      held = null;
    },
  };
};
