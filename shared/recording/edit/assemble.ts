import type { Take, Track } from '../../contract/kinds/demo.ts';
import { timelineSeconds } from '../../rules/playlist.ts';
import { joinPieces, lengthOf, type Piece, secondsOf, type Timeline } from '../../rules/timeline.ts';
import { dropDates, timescaleOf } from '../take/init-segment.ts';
import type { NewFile } from '../take/segment-output.ts';
import { cutPicture } from './cut-picture.ts';
import { cutSound } from './cut-sound.ts';
import type { ReadFile } from './open-track.ts';
import { isWithin, sameSeconds } from './place-segments.ts';

type Recorded = {
  /** As they were recorded; a timeline's pieces name them by index. */
  takes: readonly Take[];
  timeline: Timeline;
  /** The cleaned sound of each take, where it is to be heard instead of its own. */
  clean: readonly (Track | null)[] | null;
  readFile: ReadFile;
};
type Options = {
  /** 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
  signal?: AbortSignal | undefined;
};
type Assembled = { takes: Take[]; files: NewFile[] };

const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await blob.arrayBuffer());

/** Init segments that say the same are one: what refers to the first of them plays on without a break. */
const createInits = (readFile: ReadFile) => {
  const names = new Map<string, string>();
  return async <T extends Track>(track: T): Promise<T> => {
    const init = await bytesOf(await readFile(track.init));
    const timescale = timescaleOf(init);
    dropDates(init);
    const said = `${track.codec} ${init.join()}`;
    const name = names.get(said) ?? track.init;
    names.set(said, name);
    return { ...track, init: name, timescale };
  };
};

const wholeOf = (take: Take): { fromSeconds: number; toSeconds: number } => ({
  fromSeconds: 0,
  toSeconds: timelineSeconds([take]),
});

const cutTake = async (
  take: Take,
  piece: Piece,
  readFile: ReadFile,
  signal: AbortSignal | undefined,
): Promise<Assembled> => {
  const whole = wholeOf(take);
  if (isWithin(whole, piece)) return { takes: [take], files: [] };
  const picture = await cutPicture(take.video, piece, readFile, signal);
  if (!picture) return { takes: [], files: [] };
  // At an end that was not cut, nothing has to be kept from being heard.
  const heard = {
    fromSeconds: piece.fromSeconds > 0 ? piece.fromSeconds : -Infinity,
    toSeconds: piece.toSeconds < whole.toSeconds - sameSeconds ? piece.toSeconds : Infinity,
  };
  const sound = take.audio && (await cutSound(take.audio, { heard, picture }, readFile));
  const made = {
    ...(picture.fromSeconds > 0 && { fromSeconds: picture.fromSeconds }),
    video: picture.track,
    ...(sound && { audio: sound.track }),
  };
  return { takes: [made], files: [...picture.files, ...(sound?.files ?? [])] };
};

/**
 * Takes and a timeline in, stretches to publish out, with the few files that had to be made where a cut goes
 * through a segment. Whole segments are named, not copied. Rejects with the signal's reason when it is aborted.
 */
export const assemble = async (
  { takes, timeline, clean, readFile }: Recorded,
  { onProgress, signal }: Options = {},
): Promise<Assembled> => {
  const made: Assembled = { takes: [], files: [] };
  const pieces = joinPieces(timeline);
  const all = lengthOf(pieces);
  let done = 0;
  for (const piece of pieces) {
    signal?.throwIfAborted();
    const take = takes[piece.take];
    if (!take) throw new Error(`there is no take ${piece.take}`);
    const cleaned = clean?.[piece.take];
    const cut = await cutTake(cleaned ? { ...take, audio: cleaned } : take, piece, readFile, signal);
    made.takes.push(...cut.takes);
    made.files.push(...cut.files);
    done += secondsOf(piece);
    onProgress?.(done / all);
  }
  const readMade: ReadFile = async (name) =>
    made.files.find((file) => file.name === name)?.blob ?? readFile(name);
  const sameInit = createInits(readMade);
  const stretches: Take[] = [];
  for (const { video, audio, ...rest } of made.takes) {
    stretches.push({ ...rest, video: await sameInit(video), ...(audio && { audio: await sameInit(audio) }) });
  }
  const named = new Map(made.files.map((file) => [file.name, file]));
  return { takes: stretches, files: [...named.values()] };
};
