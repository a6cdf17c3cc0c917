import { EncodedPacketSink } from 'mediabunny';
import type { Segment, Track } from '../../contract/kinds/demo.ts';
import { timescaleOf } from '../take/init-segment.ts';
import type { NewFile } from '../take/segment-output.ts';
import type { Cut } from './cut-picture.ts';
import { nameFile } from './name-file.ts';
import { openTrack, type ReadFile } from './open-track.ts';
import { placeSegments, type Span } from './place-segments.ts';
import { type Sample, writeSegment } from './write-segment.ts';

/** Samples that a packet of AAC-LC brings (ISO/IEC 14496-3 §4.5.2.1); it was made of twice as many. */
const packetTicks = 1024;
/** One channel of silence, as any AAC-LC encoder writes it. */
const silence = Uint8Array.of(0x00, 0xc8, 0x00, 0x80, 0x23, 0x80);
/** Packets of silence in one segment: about two seconds. */
const silentMost = 94;

/** By where they begin on the track's clock. */
const readPackets = async (track: Track, timescale: number, readFile: ReadFile) => {
  using input = await openTrack(track, readFile);
  const sound = await input.getPrimaryAudioTrack();
  const packets = new Map<number, Uint8Array>();
  if (!sound) return packets;
  for await (const { timestamp, data } of new EncodedPacketSink(sound).packets()) {
    packets.set(Math.round(timestamp * timescale), data);
  }
  return packets;
};

/**
 * The sound that goes with a cut picture, packet by packet and never encoded anew. `heard` is what the cut left:
 * a packet that any sample outside of it went into is replaced with silence, so that nothing that was cut away
 * can be made out. `picture` is what it has to cover, and it goes on for less than a packet more.
 */
export const cutSound = async (
  audio: Track,
  { heard, picture }: { heard: Span; picture: Span },
  readFile: ReadFile,
): Promise<Cut<Track>> => {
  const timescale = timescaleOf(new Uint8Array(await (await readFile(audio.init)).arrayBuffer()));
  const onGrid = (seconds: number) => Math.ceil((seconds * timescale) / packetTicks - 0.01) * packetTicks;
  const recorded = placeSegments(audio);
  const from = onGrid(picture.fromSeconds);
  // An end that was not cut stays as it was recorded.
  const lasts = heard.toSeconds === Infinity ? (recorded.at(-1)?.toSeconds ?? 0) : 0;
  const to = onGrid(Math.max(picture.toSeconds, lasts));
  /** From a packet before it: takes that were recorded by an older version lie that much later than they were said. */
  const isHeard = (ticks: number) =>
    ticks - packetTicks >= heard.fromSeconds * timescale - 1 &&
    ticks + 2 * packetTicks <= heard.toSeconds * timescale + 1;

  const files: NewFile[] = [];
  const segments: Segment[] = [];
  let at = from;
  let saidSeconds = picture.fromSeconds;
  const add = (name: string, endTicks: number) => {
    segments.push({ name, seconds: endTicks / timescale - saidSeconds });
    at = endTicks;
    saidSeconds = endTicks / timescale;
  };
  const write = async (endTicks: number, packets: ReadonlyMap<number, Uint8Array>) => {
    const samples: Sample[] = [];
    for (let ticks = at; ticks < endTicks; ticks += packetTicks) {
      const data = isHeard(ticks) ? packets.get(ticks) : undefined;
      samples.push({ atTicks: ticks, data: data ?? silence, isKey: true });
    }
    if (samples.length === 0) return;
    const file = await nameFile(writeSegment(samples, endTicks), 'm4s');
    files.push(file);
    add(file.name, endTicks);
  };

  for (const { name, seconds, ...placed } of recorded) {
    const begin = Math.round(placed.fromSeconds * timescale);
    const end = Math.round(placed.toSeconds * timescale);
    if (end <= at || begin >= to) continue;
    const isWhole = begin >= at && end <= to && isHeard(begin) && isHeard(end - packetTicks);
    if (isWhole) add(name, end);
    else {
      const packets = await readPackets({ ...audio, segments: [{ name, seconds }] }, timescale, readFile);
      await write(Math.min(end, to), packets);
    }
  }
  while (at < to) await write(Math.min(to, at + silentMost * packetTicks), new Map());
  return {
    track: { ...audio, timescale, segments },
    files,
    fromSeconds: picture.fromSeconds,
    toSeconds: saidSeconds,
  };
};
