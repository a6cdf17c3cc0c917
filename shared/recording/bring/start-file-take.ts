import type { Capture } from '../capture/capture.ts';
import { RecordingError } from '../recording-error.ts';
import type { Finish, TakeOptions, TakeUnderWay } from '../take/start-take.ts';
import { createTakeClock } from '../take/take-clock.ts';
import { bringFootage } from './bring-footage.ts';
import { openFootage } from './open-footage.ts';

/** What a browser's own recorder writes is on disk after so long. */
const chunkMs = 1_000;
const bitsPerSecond = { videoBitsPerSecond: 5_000_000, audioBitsPerSecond: 128_000 };

/** Less than this is a slip of the finger. */
const shortestSeconds = 1;

/** What both this browser's recorder writes and its decoders read. */
const containers = [
  'video/mp4;codecs=avc1.42E01F,mp4a.40.2',
  'video/webm;codecs=vp8,opus',
  'video/webm',
  'video/mp4',
];

/** Where the pieces of a recording lie until it is a take. */
export type Chunks = {
  /** Awaited in order; what it throws ends the take. */
  keep(chunk: Blob): Promise<void>;
  /** All of them as one file. */
  read(): Promise<Blob>;
  /** They are a take now, or nothing. */
  drop(): Promise<void>;
};

type Options = TakeOptions & {
  chunks: Chunks;
  /** 0 to 1, of making a take of the file after Stop. */
  onBringing: (share: number) => void;
};

/**
 * Records where no raw samples are to be had: the browser's own recorder writes a file, kept piece by piece,
 * and after the end a take is made of that as of any other video. `onTake` is told once, when it is whole; where
 * that fails the pieces stay.
 */
export const startFileTake = async (
  recorded: MediaStream,
  capture: Capture,
  options: Options,
): Promise<TakeUnderWay> => {
  const mimeType = containers.find((type) => MediaRecorder.isTypeSupported(type));
  if (!mimeType) throw new RecordingError('cannot-record');
  const { chunks, limitSeconds } = options;
  const recorder = new MediaRecorder(recorded, { mimeType, ...bitsPerSecond });
  const finish = Promise.withResolvers<Finish>();
  // It may end before anybody waits for it.
  finish.promise.catch(() => undefined);
  let kept: Promise<void> = Promise.resolve();
  let isEnding = false;

  const stopped = new Promise<void>((resolve) => recorder.addEventListener('stop', () => resolve()));
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size === 0) return;
    kept = kept.then(() => chunks.keep(data));
    kept.catch((error: unknown) => void end('not-kept', error));
  });
  recorder.addEventListener('error', (event) => void end('encoder-failed', event));
  recorder.start(chunkMs);
  const clock = createTakeClock(performance.now(), limitSeconds);

  const pause = () => {
    if (isEnding || recorder.state !== 'recording') return;
    clock.pause(performance.now());
    recorder.pause();
  };
  const timer = setInterval(() => {
    const nowMs = performance.now();
    const endsMs = clock.endsMs();
    if (endsMs !== null && nowMs >= endsMs) void end('limit');
    else if (clock.isRunning) options.onProgress({ seconds: clock.secondsAt(nowMs) });
  }, 100);
  const stops = [
    capture.onNews(({ at }) => {
      if (at !== 'lost' || isEnding) return;
      pause();
      options.onPaused();
    }),
    capture.onSharingEnded(() => void end('sharing-ended')),
    () => clearInterval(timer),
  ];

  const close = async (reason: Finish['reason'], cause: unknown): Promise<Finish> => {
    clock.pause(performance.now());
    for (const stop of stops) stop();
    if (recorder.state !== 'inactive') {
      recorder.stop();
      await stopped;
    }
    // What was kept before something could not be is still a file.
    await kept.catch(console.warn);
    if (clock.secondsAt(performance.now()) < shortestSeconds) {
      await chunks.drop();
      throw new RecordingError('too-short');
    }
    const { signal } = new AbortController();
    const footage = await openFootage(await chunks.read(), { signal });
    try {
      const { take } = await bringFootage(footage, {
        ...options,
        onTake: async () => undefined,
        onProgress: ({ share }) => options.onBringing(share),
        mostSeconds: limitSeconds,
        signal,
      });
      await options.onTake(take);
      await chunks.drop();
      return { take, reason, cause };
    } finally {
      footage.close();
    }
  };
  const end = (reason: Finish['reason'], cause?: unknown): Promise<Finish> => {
    if (!isEnding) {
      isEnding = true;
      close(reason, cause).then(finish.resolve, finish.reject);
    }
    return finish.promise;
  };

  return {
    pause,
    resume: () => {
      if (isEnding || recorder.state !== 'paused' || capture.lost.length > 0) return;
      clock.resume(performance.now());
      recorder.resume();
    },
    stop: async () => (await end('stopped')).take,
    finished: finish.promise,
  };
};
