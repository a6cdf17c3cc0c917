import type { Take, Track } from '../../contract/kinds/demo.ts';
import { soundRate } from '../capture/hear-track.ts';
import type { ReadFile } from '../edit/open-track.ts';
import { withFfmpeg } from '../ffmpeg/load-ffmpeg.ts';
import { prepareEncoders } from '../take/encoding.ts';
import type { NewFile } from '../take/segment-output.ts';
import { encodeSound } from './encode-sound.ts';
import { encoderDelay } from './encoder-delay.ts';
import { filterSound } from './filter-sound.ts';
import { readSound } from './read-sound.ts';

/** A quarter of an hour is 170 MB of samples, a few times over: more would be too much for a small laptop. */
const longestSeconds = 900;

type Recorded = { takes: readonly Take[]; readFile: ReadFile };
type Options = {
  /** 0 to 1, over all takes. */
  onProgress?: (share: number) => void;
  signal: AbortSignal;
};
type Cleaned = {
  /** By the take's place in the list; null where there is nothing to hear, or too much. */
  tracks: (Track | null)[];
  files: NewFile[];
};

const lengthOf = ({ segments }: Track): number => segments.reduce((sum, { seconds }) => sum + seconds, 0);

const decode = async (
  track: Track,
  readFile: ReadFile,
  { onProgress, signal }: Options,
): Promise<Float32Array<ArrayBuffer> | null> => {
  const seconds = lengthOf(track);
  if (seconds > longestSeconds) return null;
  const whole = new Float32Array(Math.round(seconds * soundRate));
  for await (const { atSeconds, sampleRate, mono } of readSound(track, readFile, { signal })) {
    if (sampleRate !== soundRate) return null;
    const at = Math.round(atSeconds * soundRate);
    whole.set(mono.subarray(0, Math.max(0, whole.length - at)), at);
    onProgress?.(atSeconds / seconds);
  }
  return whole;
};

/** Files are immutable, and a take may be cleaned twice by browsers that do it differently: the name says which. */
const nameOf = async (take: Take, mono: Float32Array<ArrayBuffer>): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', mono));
  const hex = Array.from(digest.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${/^t\d+/.exec(take.video.init)?.[0] ?? 't'}-c-${hex}`;
};

const cleanTake = async (
  take: Take,
  readFile: ReadFile,
  { onProgress, signal }: Options,
): Promise<{ track: Track; files: NewFile[] } | null> => {
  const part = (from: number, to: number) => (share: number) => onProgress?.(from + share * (to - from));
  const recorded = take.audio && (await decode(take.audio, readFile, { signal, onProgress: part(0, 0.15) }));
  if (!recorded) return null;
  const filtered = await withFfmpeg((ffmpeg) => filterSound(ffmpeg, recorded, part(0.15, 0.8)), { signal });
  if (!filtered) return null;
  // What comes out of the encoder is late: without as much of the beginning, it lies where it lay.
  const early = filtered.subarray(await encoderDelay());
  return encodeSound(early, await nameOf(take, filtered), { signal, onProgress: part(0.8, 1) });
};

/**
 * The sound of takes, cleaned and equally loud, on each take's own time; nothing of what was recorded is touched.
 * Two minutes take some five seconds. Throws RecordingError, or the signal's reason when aborted.
 */
export const cleanSound = async (
  { takes, readFile }: Recorded,
  { onProgress, signal }: Options,
): Promise<Cleaned> => {
  await prepareEncoders();
  const cleaned: Cleaned = { tracks: [], files: [] };
  const lengths = takes.map(({ audio }) => (audio ? lengthOf(audio) : 0));
  const all = lengths.reduce((sum, seconds) => sum + seconds, 0);
  let done = 0;
  for (const [at, take] of takes.entries()) {
    const share = (lengths[at] ?? 0) / all;
    const before = done;
    const made = await cleanTake(take, readFile, {
      signal,
      onProgress: (part) => onProgress?.(before + part * share),
    });
    cleaned.tracks.push(made?.track ?? null);
    cleaned.files.push(...(made?.files ?? []));
    done += share;
  }
  return cleaned;
};
