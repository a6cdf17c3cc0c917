import type { Take } from '../../contract/kinds/demo.ts';
import type { Capture } from '../capture/capture.ts';
import type { Size } from '../capture/compose/layout.ts';
import { RecordingError, type RecordingErrorCode } from '../recording-error.ts';
import { prepareEncoders } from './encoding.ts';
import { createPictureFeed } from './picture-feed.ts';
import { createSegmentOutput, type NewFile } from './segment-output.ts';
import { createSoundFeed } from './sound-feed.ts';
import { createTakeClock } from './take-clock.ts';

/** Less than this is a slip of the finger. */
const shortestSeconds = 1;
/** How long Stop waits for what was said before it: microphones are tens of milliseconds late. */
const tailMs = 500;

export type Finish = {
  take: Take;
  /** Why it ended. What was recorded until then is whole in each case. */
  reason:
    | 'stopped'
    | 'limit'
    | Extract<RecordingErrorCode, 'sharing-ended' | 'encoder-failed' | 'not-kept' | 'video-cut-short'>;
  /** What was thrown, where something was. */
  cause?: unknown;
};

export type TakeUnderWay = {
  pause(): void;
  /** Does nothing while a device is missing. */
  resume(): void;
  stop(): Promise<Take>;
  /** Settles once, however it ends; rejects with RecordingError (`too-short`, or nothing could be kept). */
  finished: Promise<Finish>;
};

export type TakeOptions = {
  index: number;
  limitSeconds: number;
  /** Of the demo's first take, which all others are as large as; null for the first itself. */
  size: Size | null;
  /** Awaited in order; what it throws ends the take. */
  onFile: (file: NewFile) => Promise<void>;
  /** The take so far, each time a segment is kept: what a crash leaves. */
  onTake: (take: Take) => Promise<void>;
  onProgress: (progress: { seconds: number }) => void;
  /** It paused by itself: a device is gone and there is no other (`capture.lost`). */
  onPaused: () => void;
};

/** Records from now on. Throws RecordingError `cannot-record` where the browser has no encoder. */
export const startTake = async (capture: Capture, options: TakeOptions): Promise<TakeUnderWay> => {
  await prepareEncoders();
  const segments = createSegmentOutput({
    ...options,
    onLost: (error) => void end('not-kept', performance.now(), error),
  });
  const { output } = segments;
  await output.start();
  const finish = Promise.withResolvers<Finish>();
  // It may end before anybody waits for it.
  finish.promise.catch(() => undefined);
  const clock = createTakeClock(performance.now(), options.limitSeconds);
  let isEnding = false;
  let toldMs = 0;

  const onFailed = (error: unknown) => void end('encoder-failed', performance.now(), error);
  const picture = createPictureFeed(segments.video, clock, onFailed);
  const sound = createSoundFeed(segments.audio, clock, onFailed);

  const onTime = (nowMs: number) => {
    const endsMs = clock.endsMs();
    if (endsMs !== null && nowMs >= endsMs) void end('limit', endsMs);
    if (isEnding || !clock.isRunning) return;
    picture.onTime(nowMs);
    if (nowMs - toldMs < 100) return;
    toldMs = nowMs;
    options.onProgress({ seconds: clock.secondsAt(nowMs) });
  };
  const stops = [
    capture.onFrame((frame) => {
      clock.alive(frame.fromMs);
      picture.onFrame(frame);
      onTime(performance.now());
    }),
    capture.onSound((chunk) => {
      clock.alive(chunk.fromMs);
      sound.onSound(chunk);
      onTime(performance.now());
    }),
    capture.onNews(({ at }) => {
      if (at !== 'lost' || isEnding) return;
      clock.pause(performance.now());
      options.onPaused();
    }),
    capture.onSharingEnded(() => void end('sharing-ended', performance.now())),
  ];

  const tail = async (atMs: number): Promise<void> => {
    const lateMs = performance.now() + tailMs;
    while (!(picture.hasSeen(atMs) && sound.hasSeen(atMs)) && performance.now() < lateMs) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  const close = async (reason: Finish['reason'], atMs: number, cause?: unknown): Promise<Finish> => {
    clock.pause(atMs);
    const seconds = clock.secondsAt(atMs);
    if (reason !== 'encoder-failed') await tail(atMs);
    for (const stop of stops) stop();
    let ended = reason;
    let why = cause;
    if (seconds < shortestSeconds && reason !== 'sharing-ended') {
      await abandon();
      throw new RecordingError('too-short');
    }
    try {
      await Promise.all([picture.close(seconds), sound.close(seconds)]);
      await output.finalize();
    } catch (error) {
      ended = 'encoder-failed';
      why ??= error;
    }
    await segments.settled().catch((error: unknown) => {
      ended = 'not-kept';
      why = error;
    });
    const take = segments.take();
    if (!take) throw new RecordingError(ended === 'stopped' || ended === 'limit' ? 'too-short' : ended, why);
    options.onProgress({ seconds });
    return { take, reason: ended, cause: why };
  };
  const abandon = async (): Promise<void> => {
    for (const stop of stops) stop();
    picture.discard();
    await output.cancel();
  };
  const end = (reason: Finish['reason'], atMs: number, cause?: unknown): Promise<Finish> => {
    if (!isEnding) {
      isEnding = true;
      close(reason, atMs, cause).then(finish.resolve, finish.reject);
    }
    return finish.promise;
  };

  return {
    pause: () => clock.pause(performance.now()),
    resume: () => {
      if (!isEnding && capture.lost.length === 0) clock.resume(performance.now());
    },
    stop: async () => (await end('stopped', performance.now())).take,
    finished: finish.promise,
  };
};
