/** W3C mediacapture-transform: Chromium has it in its windows, no other browser has. */
export const canReadTracks = (): boolean => 'MediaStreamTrackProcessor' in globalThis;

/** A raw frame or chunk of sound, and when it happened by `performance.now()`. The listener closes `data`. */
export type Timed<T> = { data: T; fromMs: number };
type Raw = { timestamp: number; duration: number | null; close(): void };

/**
 * Camera and microphone stamp their samples by clocks of their own. The earliest that a sample ever arrived
 * after its stamp ties that clock to the page's, and a busy moment at the start does not shift the sound.
 */
const settleMs = 1_500;
/** Further off than any queue is long: the device began to count anew, or its first stamp was of another clock. */
const jumpMs = 5_000;

/** Its raw pictures, of which the newest `queue` wait; the stream can be transferred to a worker. */
export const picturesOf = (track: MediaStreamTrack, queue = 2): ReadableStream<VideoFrame> =>
  samplesOf<VideoFrame>(track, queue);

const samplesOf = <T extends Raw>(track: MediaStreamTrack, queue: number): ReadableStream<T> => {
  // The DOM's types tell a camera's track from a microphone's by a literal that `getTracks` does not give.
  const typed = track as MediaStreamVideoTrack;
  const { readable } = new MediaStreamTrackProcessor({ track: typed, maxBufferSize: queue });
  return readable as unknown as ReadableStream<T>;
};

/**
 * Reads a track for as long as it lives, driven by its samples and by no timer, so that a hidden tab goes on.
 * `queue` samples wait while the page is busy; more are lost.
 */
export const readTrack = <T extends Raw>(
  track: MediaStreamTrack,
  queue: number,
  onSample: (sample: Timed<T>) => void,
): (() => void) => {
  const stopping = new AbortController();
  const samples = samplesOf<T>(track, queue);
  const startedMs = performance.now();
  let offsetMs = Infinity;
  const write = (data: T) => {
    const nowMs = performance.now();
    const stampMs = data.timestamp / 1000;
    const seenMs = nowMs - stampMs - (data.duration ?? 0) / 1000;
    if (Math.abs(seenMs - offsetMs) > jumpMs) offsetMs = seenMs;
    else if (nowMs - startedMs < settleMs) offsetMs = Math.min(offsetMs, seenMs);
    onSample({ data, fromMs: stampMs + offsetMs });
  };
  samples.pipeTo(new WritableStream({ write }), { signal: stopping.signal }).catch((error: unknown) => {
    // Stopping is how this ends; a track that ends by itself closes the stream without an error.
    if (!stopping.signal.aborted) throw error;
  });
  return () => stopping.abort();
};
