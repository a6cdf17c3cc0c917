import { RecordingError } from '../recording-error.ts';
import { patienceMs } from './be-patient.ts';
import { type Decoded, openDecoded } from './decoded-footage.ts';
import { openByFfmpeg } from './ffmpeg-footage.ts';
import type { Footage } from './footage.ts';
import { sniffContainer } from './sniff-container.ts';

const mostBytes = 4 * 1024 ** 3;
const mostSeconds = 30 * 60;

/** A damaged index can send a reader round in circles. */
const decodedOf = async (file: Blob): Promise<Decoded | null> => {
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), patienceMs);
  const opening = openDecoded(file).catch((error: unknown) => {
    if (error instanceof RecordingError) throw error;
    // Damaged, or odd: ffmpeg is the more patient reader.
    console.info(error);
    return null;
  });
  return Promise.race([opening, late.promise]).finally(() => clearTimeout(timer));
};

/** What WebCodecs decodes comes from there, because it is ten times as fast. */
const openEither = async (file: Blob, signal: AbortSignal): Promise<Footage> => {
  const decoded = await decodedOf(file);
  if (decoded && !decoded.needs.picture && !decoded.needs.sound) return decoded;
  const other = await openByFfmpeg(file, signal).catch((error: unknown) => {
    decoded?.close();
    signal.throwIfAborted();
    // ffmpeg itself can fall over what it reads.
    throw error instanceof RecordingError ? error : new RecordingError('video-broken', error);
  });
  if (!decoded || decoded.needs.picture) {
    decoded?.close();
    return other;
  }
  return { ...decoded, sound: other.sound };
};

/**
 * Looks at a file and opens it to be read. Throws RecordingError that says why it cannot be: `file-empty`,
 * `not-a-video`, `video-without-picture`, `video-encrypted`, `video-broken`, `video-too-long` (30 minutes),
 * `video-too-big` (4 GB).
 */
export const openFootage = async (file: Blob, { signal }: { signal: AbortSignal }): Promise<Footage> => {
  if (file.size === 0) throw new RecordingError('file-empty');
  if (file.size > mostBytes) throw new RecordingError('video-too-big');
  const kind = await sniffContainer(file);
  if (kind === null) throw new RecordingError('not-a-video');
  if (kind === 'sound') throw new RecordingError('video-without-picture');
  const footage = await openEither(file, signal);
  if (!(footage.seconds > 0) || footage.seconds > mostSeconds) {
    footage.close();
    throw new RecordingError(footage.seconds > mostSeconds ? 'video-too-long' : 'video-broken');
  }
  return footage;
};
