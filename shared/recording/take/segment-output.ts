import {
  BufferTarget,
  CmafOutputFormat,
  HlsOutputFormat,
  type HlsOutputPlaylistInfo,
  NullTarget,
  Output,
  OutputTrackGroup,
  PathedTarget,
  type Target,
} from 'mediabunny';
import type { Take } from '../../contract/kinds/demo.ts';
import type { Size } from '../capture/compose/layout.ts';
import { audioEncoding, segmentSeconds, videoEncoding } from './encoding.ts';
import { dropDates, timescaleOf } from './init-segment.ts';
import { SteadyAudioSource, SteadyVideoSource } from './steady-sources.ts';
import { createTakeBuilder, type Rendition } from './take-builder.ts';

export type NewFile = { name: string; blob: Blob };

type Options = {
  index: number;
  /** Null: as large as the first picture is. */
  size: Size | null;
  onFile: (file: NewFile) => Promise<void>;
  /** The take so far, each time that a segment is kept: what a crash leaves. */
  onTake: (take: Take) => Promise<void>;
  /** One of the two threw: nothing that closes from now on is kept. */
  onLost: (error: unknown) => void;
};

const renditionOf = ({ tracks }: HlsOutputPlaylistInfo): Rendition =>
  tracks.some((track) => track.isVideoTrack()) ? 'video' : 'audio';

const lastSeconds = (playlist: string): number =>
  Number([...playlist.matchAll(/^#EXTINF:([\d.]+),/gm)].at(-1)?.[1]);

/** RFC 6381 §3.3: profile and level as the stream's own header has them; encoders write another than was asked. */
const avcCodec = ({ codec, description }: VideoDecoderConfig): string => {
  if (!(description instanceof Uint8Array || description instanceof ArrayBuffer)) return codec;
  const header = new Uint8Array(description instanceof ArrayBuffer ? description : description.slice());
  return `avc1.${Array.from(header.slice(1, 4), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
};

/**
 * HLS with CMAF segments (RFC 8216, ISO/IEC 23000-19), picture and sound as two renditions. Each file is
 * handed over as it closes and forgotten; the playlists are read for their lengths and thrown away.
 */
export const createSegmentOutput = ({ index, size, onFile, onTake, onLost }: Options) => {
  const builder = createTakeBuilder();
  const prefix = (rendition: Rendition) => `t${index}-${rendition === 'video' ? 'v' : 'a'}`;
  const opened: Partial<Record<Rendition, NewFile>> = {};
  let kept: Promise<void> = Promise.resolve();
  /** Files go one after the other, so that an init segment is there before what needs it. */
  const keep = (work: () => Promise<void>) => {
    kept = kept.then(work);
    kept.catch(onLost);
  };
  const bytesOf = (target: Target, name: string): Uint8Array<ArrayBuffer> => {
    const bytes = target instanceof BufferTarget ? target.buffer : null;
    if (!bytes) throw new Error(`${name} was closed without its bytes`);
    return new Uint8Array(bytes);
  };
  const fileOf = (bytes: Uint8Array<ArrayBuffer>, name: string): NewFile => ({
    name,
    blob: new Blob([bytes], { type: 'video/mp4' }),
  });

  const format = new HlsOutputFormat({
    segmentFormat: new CmafOutputFormat(),
    targetDuration: segmentSeconds,
    live: true,
    getPlaylistPath: (info) => `${prefix(renditionOf(info))}.m3u8`,
    getInitPath: (info) => `${prefix(renditionOf(info))}-init.mp4`,
    getSegmentPath: ({ n, playlist }) => `${prefix(renditionOf(playlist))}-${String(n).padStart(4, '0')}.m4s`,
    onInit: (target, info) => {
      const rendition = renditionOf(info);
      const name = `${prefix(rendition)}-init.mp4`;
      const bytes = bytesOf(target, name);
      dropDates(bytes);
      keep(async () => {
        await onFile(fileOf(bytes, name));
        builder.init(rendition, name, timescaleOf(bytes));
      });
    },
    onSegment: (target, { n, playlist }) => {
      const rendition = renditionOf(playlist);
      const name = `${prefix(rendition)}-${String(n).padStart(4, '0')}.m4s`;
      opened[rendition] = fileOf(bytesOf(target, name), name);
    },
    onPlaylist: (content, info) => {
      const rendition = renditionOf(info);
      const file = opened[rendition];
      if (!file) return;
      delete opened[rendition];
      const seconds = lastSeconds(content);
      keep(async () => {
        await onFile(file);
        builder.segment(rendition, { name: file.name, seconds });
        const take = builder.take();
        if (take) await onTake(take);
      });
    },
  });
  const output = new Output({
    format,
    target: new PathedTarget('master.m3u8', ({ path }) =>
      path.endsWith('.m3u8') ? new NullTarget() : new BufferTarget(),
    ),
  });
  const video = new SteadyVideoSource({
    ...videoEncoding,
    ...(size && { transform: size }),
    onEncodedPacket: (_, meta) => {
      const config = meta?.decoderConfig;
      if (config) builder.describe('video', avcCodec(config), config.codedWidth, config.codedHeight);
    },
  });
  const audio = new SteadyAudioSource({
    ...audioEncoding,
    onEncodedPacket: (_, meta) => {
      if (meta?.decoderConfig) builder.describe('audio', meta.decoderConfig.codec);
    },
  });
  // Groups that are not paired: a pair of one and one would be muxed into one rendition.
  output.addVideoTrack(video, { group: new OutputTrackGroup() });
  output.addAudioTrack(audio, { group: new OutputTrackGroup() });
  return {
    output,
    video,
    audio,
    /** Resolves when every file closed so far is kept; rejects with what `onFile` or `onTake` threw. */
    settled: () => kept,
    take: builder.take,
  };
};
