import {
  type EncodedPacket,
  Mp4OutputFormat,
  NullTarget,
  Output,
  VideoSample,
  VideoSampleSink,
  VideoSampleSource,
} from 'mediabunny';
import type { Track } from '../../contract/kinds/demo.ts';
import { videoEncoding } from '../take/encoding.ts';
import { openTrack, picturesOf, type ReadFile } from './open-track.ts';
import { type Span, sameSeconds } from './place-segments.ts';

/** Frames encoded anew: their packets in the order of play, when the last one ends, and the encoder's header. */
export type Recoded = { packets: EncodedPacket[]; endSeconds: number; header: Uint8Array };

/** A picture that stood for longer than this is shown on both sides of a cut through it. */
const longSeconds = 0.1;

const headerOf = ({ description }: { description?: AllowSharedBufferSource }): Uint8Array => {
  if (!description) throw new Error('the encoder wrote no header');
  return ArrayBuffer.isView(description)
    ? new Uint8Array(description.buffer, description.byteOffset, description.byteLength)
    : new Uint8Array(description);
};

/** Where a frame begins and ends in what is kept; null where it is cut away. */
const keptOf = ({ timestamp, duration }: VideoSample, { fromSeconds, toSeconds }: Span): Span | null => {
  const ends = timestamp + duration;
  const isSeenBefore = timestamp < fromSeconds - sameSeconds;
  if (timestamp >= toSeconds - sameSeconds) return null;
  if (isSeenBefore && ends - fromSeconds <= longSeconds) return null;
  return {
    fromSeconds: isSeenBefore ? fromSeconds : timestamp,
    toSeconds: ends - toSeconds > longSeconds ? toSeconds : ends,
  };
};

const unsaid = { primaries: null, transfer: null, matrix: null, fullRange: null };

/**
 * The same picture without a word about its colours. Cameras say none, decoders guess, and an encoder that was
 * told a guess would write another header than the take's.
 */
const withoutColour = async (sample: VideoSample): Promise<VideoSample> => {
  const frame = sample.toVideoFrame();
  try {
    const { format, visibleRect, timestamp } = frame;
    if (!format || !visibleRect) return sample.clone();
    const pixels = new Uint8Array(frame.allocationSize());
    const layout = await frame.copyTo(pixels);
    const { width: codedWidth, height: codedHeight } = visibleRect;
    const init = { format, layout, codedWidth, codedHeight, timestamp, colorSpace: unsaid };
    return new VideoSample(new VideoFrame(pixels, init));
  } finally {
    frame.close();
  }
};

type Recoding = {
  /** Whether the encoder is told what the decoder says of colours. */
  isColourSaid: boolean;
  readFile: ReadFile;
  signal?: AbortSignal | undefined;
};

/**
 * Decodes a few segments and encodes the frames that begin within the span, with the recorder's own settings.
 * Null where there is none. The times are the take's own.
 */
export const recodeFrames = async (
  track: Track,
  span: Span,
  { isColourSaid, readFile, signal }: Recoding,
): Promise<Recoded | null> => {
  using input = await openTrack(track, readFile);
  const packets: EncodedPacket[] = [];
  let header: Uint8Array | null = null;
  let endSeconds = 0;
  const output = new Output({ format: new Mp4OutputFormat(), target: new NullTarget() });
  const source = new VideoSampleSource({
    ...videoEncoding,
    onEncodedPacket: (packet, meta) => {
      packets.push(packet);
      if (meta?.decoderConfig) header = headerOf(meta.decoderConfig);
    },
  });
  output.addVideoTrack(source);
  await output.start();
  let frames = 0;
  try {
    for await (using sample of new VideoSampleSink(await picturesOf(input)).samples()) {
      signal?.throwIfAborted();
      const kept = keptOf(sample, span);
      if (!kept) continue;
      using picture = isColourSaid ? sample.clone() : await withoutColour(sample);
      picture.setTimestamp(kept.fromSeconds);
      picture.setDuration(kept.toSeconds - kept.fromSeconds);
      endSeconds = kept.toSeconds;
      frames += 1;
      await source.add(picture);
    }
    if (frames === 0) return null;
    await output.finalize();
  } finally {
    if (output.state !== 'finalized') await output.cancel();
  }
  if (!header) throw new Error('no frame was encoded');
  return { packets, endSeconds, header };
};

/** The header that a track's frames were encoded with (`avcC`, ISO/IEC 14496-15 §5.3.3). */
export const readHeader = async (track: Track, readFile: ReadFile): Promise<Uint8Array> => {
  using input = await openTrack({ ...track, segments: [] }, readFile);
  const config = await (await picturesOf(input)).getDecoderConfig();
  return headerOf(config ?? {});
};
