import type { Take } from '../../contract/kinds/demo.ts';
import type { Size } from '../capture/compose/layout.ts';
import { RecordingError } from '../recording-error.ts';
import { prepareEncoders } from '../take/encoding.ts';
import { createSegmentOutput, type NewFile } from '../take/segment-output.ts';
import { fitSize } from './fit-size.ts';
import type { Footage } from './footage.ts';
import { createPictureWriter } from './picture-writer.ts';
import { createSoundWriter } from './sound-writer.ts';

/** Less than this is nothing to show. */
const shortestSeconds = 1;

/** Pictures and sound of a whole file do not end more apart than this from what it says of itself. */
const earlySeconds = 1;

const mostCancelMs = 3_000;
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** `share` 0…1; `leftSeconds` as it looks by now, null until that can be said. */
export type BringProgress = { share: number; leftSeconds: number | null };
/** `isPart`: the file is damaged, and this is what there was before that. */
export type Brought = { take: Take; isPart: boolean };

type Options = {
  /** In the names of its files. */
  index: number;
  /** Of the recording's other takes, where there are some. */
  size: Size | null;
  /** What comes after is left out. */
  mostSeconds?: number;
  onFile: (file: NewFile) => Promise<void>;
  onTake: (take: Take) => Promise<void>;
  onProgress: (progress: BringProgress) => void;
  signal: AbortSignal;
};

const createProgress = (totalSeconds: number, onProgress: Options['onProgress']) => {
  const startMs = performance.now();
  let toldMs = 0;
  return (seconds: number) => {
    const nowMs = performance.now();
    if (nowMs - toldMs < 250) return;
    toldMs = nowMs;
    const share = Math.min(1, seconds / totalSeconds);
    const isKnown = share > 0.01 && nowMs - startMs > 2_000;
    const leftSeconds = isKnown ? ((nowMs - startMs) / 1000 / share) * (1 - share) : null;
    onProgress({ share, leftSeconds });
  };
};

/** Writes pictures and sound until there are no more; how far they came, and what stopped them before the end. */
const write = async (
  pictures: ReturnType<Footage['pictures']>,
  picture: ReturnType<typeof createPictureWriter>,
  sound: ReturnType<typeof createSoundWriter>,
  totalSeconds: number,
  tell: (seconds: number) => void,
): Promise<{ seconds: number; damage: unknown }> => {
  let seconds = 0;
  let damage: unknown = null;
  for (;;) {
    const next = await pictures.next().catch((error: unknown) => {
      damage = error ?? new Error('no picture');
      return null;
    });
    if (!next?.value) break;
    if (next.value.atSeconds >= totalSeconds) {
      next.value.sample.close();
      break;
    }
    const { atSeconds, sample } = next.value;
    seconds = atSeconds + sample.duration;
    await picture.add(next.value);
    await sound.upTo(atSeconds);
    tell(atSeconds);
  }
  return { seconds, damage };
};

/**
 * Makes a take of a file's pictures and sound, with the recorder's own encoder. Throws RecordingError, and the
 * signal's reason when aborted: what was handed over until then is the caller's to throw away.
 */
export const bringFootage = async (footage: Footage, options: Options): Promise<Brought> => {
  const { size, onProgress, signal } = options;
  await prepareEncoders();
  signal.throwIfAborted();
  const stop = Promise.withResolvers<never>();
  const onAbort = () => stop.reject(signal.reason);
  signal.addEventListener('abort', onAbort);
  const segments = createSegmentOutput({
    ...options,
    onLost: (error) => stop.reject(new RecordingError('not-kept', error)),
  });
  const over = new AbortController();
  const reading = AbortSignal.any([signal, over.signal]);
  const picture = createPictureWriter(segments.video, size ?? fitSize(footage.size), footage.rate);
  const sound = createSoundWriter(segments.audio, footage.sound?.(reading) ?? null);
  const pictures = footage.pictures(reading);
  const work = async () => {
    await segments.output.start();
    const totalSeconds = Math.min(footage.seconds, options.mostSeconds ?? Infinity);
    const tell = createProgress(totalSeconds, onProgress);
    const { seconds: read, damage } = await write(pictures, picture, sound, totalSeconds, tell);
    // A last picture may stand for long while somebody speaks; where both end early, the file was cut off.
    const isEarly = damage !== null || totalSeconds - read > earlySeconds;
    const heard = isEarly && !damage ? await sound.reach(totalSeconds) : 0;
    const seconds = isEarly ? Math.min(totalSeconds, Math.max(read, heard)) : totalSeconds;
    await picture.close(seconds);
    await sound.endAt(seconds);
    if (seconds < shortestSeconds) throw new RecordingError(isEarly ? 'video-broken' : 'too-short', damage);
    await segments.output.finalize();
    await segments.settled();
    const take = segments.take();
    if (!take) throw new RecordingError('video-broken', damage);
    return { take, isPart: sound.damage !== null || totalSeconds - seconds > earlySeconds };
  };
  try {
    return await Promise.race([work(), stop.promise]);
  } catch (error) {
    // An encoder that does not end is no reason to wait: what threw is said all the same.
    await Promise.race([segments.output.cancel(), wait(mostCancelMs)]);
    // A file on its way is kept or not, and then the caller throws all of them away.
    await segments.settled().catch(console.info);
    signal.throwIfAborted();
    throw error instanceof RecordingError ? error : new RecordingError('encoder-failed', error);
  } finally {
    signal.removeEventListener('abort', onAbort);
    picture.drop();
    sound.close();
    // What is read ahead is read no further.
    over.abort();
    void pictures.return();
  }
};
