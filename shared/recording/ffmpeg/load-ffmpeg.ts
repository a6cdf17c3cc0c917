import { FFmpeg } from '@ffmpeg/ffmpeg';
import { RecordingError } from '../recording-error.ts';

/** Kept this long for the next one: starting again takes half a second, and it holds 100 MB. */
const idleMs = 10_000;

/** A module of its own, that the worker imports (`ffmpeg-core.plugin.ts`). */
const coreURL = String(new URL('./unpack-core.ts', import.meta.url));

let started: { ffmpeg: FFmpeg; loaded: Promise<unknown> } | null = null;
let idle: ReturnType<typeof setTimeout> | undefined;
/** One at a time: there is one memory, and one file system in it. */
let before: Promise<unknown> = Promise.resolve();

const end = (): void => {
  started?.ffmpeg.terminate();
  started = null;
};

const start = async (): Promise<FFmpeg> => {
  clearTimeout(idle);
  if (!started) {
    const ffmpeg = new FFmpeg();
    started = { ffmpeg, loaded: ffmpeg.load({ coreURL }) };
  }
  const { ffmpeg, loaded } = started;
  await loaded.catch((error: unknown) => {
    throw new RecordingError('tools-not-loaded', error);
  });
  return ffmpeg;
};

type Options = {
  /** Of the command under way, 0…1, as ffmpeg sees it: only right where what comes out is as long as what went in. */
  onProgress?: (share: number) => void;
  signal: AbortSignal;
};

const run = async <T>(work: (ffmpeg: FFmpeg) => Promise<T>, { onProgress, signal }: Options): Promise<T> => {
  signal.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const onAbort = () => {
    // A command cannot be interrupted: the worker it runs in can.
    end();
    aborted.reject(signal.reason);
  };
  signal.addEventListener('abort', onAbort);
  const tell = ({ progress }: { progress: number }) => onProgress?.(Math.min(1, Math.max(0, progress)));
  const working = async () => {
    const ffmpeg = await start();
    ffmpeg.on('progress', tell);
    return work(ffmpeg).finally(() => ffmpeg.off('progress', tell));
  };
  try {
    return await Promise.race([working(), aborted.promise]);
  } catch (error) {
    // What a failure left in its memory and on its disk goes with it.
    end();
    throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
    clearTimeout(idle);
    idle = setTimeout(end, idleMs);
  }
};

/**
 * ffmpeg (one thread) for as long as `work` takes: started when first asked for, ended when idle, cancelled or
 * thrown in. `work` removes its own files. Throws RecordingError `tools-not-loaded` where it cannot be fetched,
 * and the signal's reason when aborted.
 */
export const withFfmpeg = <T>(work: (ffmpeg: FFmpeg) => Promise<T>, options: Options): Promise<T> => {
  const own = before.then(() => run(work, options));
  before = own.catch(() => undefined);
  return own;
};
