import type { Segment, Take } from '../../contract/kinds/demo.ts';
import { timescaleOf, withHeader } from '../take/init-segment.ts';
import type { NewFile } from '../take/segment-output.ts';
import { nameFile } from './name-file.ts';
import type { ReadFile } from './open-track.ts';
import { isWithin, meets, placeSegments, type Span } from './place-segments.ts';
import { type Recoded, readHeader, recodeFrames } from './recode-frames.ts';
import { writeSegment } from './write-segment.ts';

/** What is left of a track, the files that had to be made for it, and where it begins and ends on its clock. */
export type Cut<T> = Span & { track: T; files: NewFile[] };
type Video = Take['video'];
type Placed = Segment & Span;

const isEqual = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

/** Encodes segments by themselves, and remembers in which way the take's own header comes of it. */
const createRecoder = (
  video: Video,
  span: Span,
  own: Uint8Array,
  readFile: ReadFile,
  signal: AbortSignal | undefined,
) => {
  let isColourSaid = true;
  const encode = ({ name, seconds }: Placed) =>
    recodeFrames({ ...video, segments: [{ name, seconds }] }, span, { isColourSaid, readFile, signal });
  return async (segment: Placed): Promise<Recoded | null> => {
    const said = await encode(segment);
    if (!said || isEqual(said.header, own) || !isColourSaid) return said;
    isColourSaid = false;
    const unsaid = await encode(segment);
    if (unsaid && isEqual(unsaid.header, own)) return unsaid;
    isColourSaid = true;
    return said;
  };
};

const write = async (
  { packets, endSeconds }: Recoded,
  timescale: number,
): Promise<Span & { file: NewFile }> => {
  const toTicks = (seconds: number) => Math.round(seconds * timescale);
  const samples = packets.map(({ timestamp, data, type }) => ({
    atTicks: toTicks(timestamp),
    data,
    isKey: type === 'key',
  }));
  const endTicks = toTicks(endSeconds);
  return {
    file: await nameFile(writeSegment(samples, endTicks), 'm4s'),
    fromSeconds: (samples[0]?.atTicks ?? endTicks) / timescale,
    toSeconds: endTicks / timescale,
  };
};

/**
 * The frames of a take that begin within the span. Segments within it are kept as they are; one that the cut
 * goes through is encoded anew from what stays of it. Where this machine's encoder writes another header than
 * the take has, all of them are, for a stretch has one init segment. Null where no frame begins within it.
 */
export const cutPicture = async (
  video: Video,
  span: Span,
  readFile: ReadFile,
  signal: AbortSignal | undefined,
): Promise<Cut<Video> | null> => {
  const touched = placeSegments(video).filter((segment) => meets(segment, span));
  if (touched.length === 0) return null;
  const init = new Uint8Array(await (await readFile(video.init)).arrayBuffer());
  const timescale = timescaleOf(init);
  const own = await readHeader(video, readFile);

  const recode = createRecoder(video, span, own, readFile, signal);
  const recoded = new Map<Placed, Recoded | null>();
  for (const segment of touched) {
    if (!isWithin(segment, span)) recoded.set(segment, await recode(segment));
  }
  const other = [...recoded.values()].find((made) => made && !isEqual(made.header, own))?.header;
  for (const segment of other ? touched : []) {
    if (!recoded.has(segment)) recoded.set(segment, await recode(segment));
  }

  const segments: Segment[] = [];
  const files: NewFile[] = [];
  const spans: Span[] = [];
  for (const segment of touched) {
    const made = recoded.get(segment);
    if (made === null) continue;
    const written = made && (await write(made, timescale));
    if (written) files.push(written.file);
    const { fromSeconds, toSeconds } = written ?? segment;
    spans.push({ fromSeconds, toSeconds });
    const name = written?.file.name ?? segment.name;
    segments.push({ name, seconds: written ? toSeconds - fromSeconds : segment.seconds });
  }
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return null;
  const changed =
    other && (await nameFile(new Blob([withHeader(init, other)], { type: 'video/mp4' }), 'mp4'));
  if (changed) files.push(changed);
  return {
    track: { ...video, init: changed?.name ?? video.init, timescale, segments },
    files,
    fromSeconds: first.fromSeconds,
    toSeconds: last.toSeconds,
  };
};
