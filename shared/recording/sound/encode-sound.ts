import {
  AudioSample,
  AudioSampleSource,
  BufferTarget,
  CmafOutputFormat,
  HlsOutputFormat,
  NullTarget,
  Output,
  PathedTarget,
  type Target,
} from 'mediabunny';
import type { Track } from '../../contract/kinds/demo.ts';
import { soundRate } from '../capture/hear-track.ts';
import { audioEncoding, segmentSeconds } from '../take/encoding.ts';
import { dropDates, timescaleOf } from '../take/init-segment.ts';

/** Samples given to the encoder at a time. */
const stepSamples = soundRate / 2;

type Options = { onProgress?: ((share: number) => void) | undefined; signal: AbortSignal };
type File = { name: string; blob: Blob };
type Encoded = { track: Track; files: File[] };

const bytesOf = (target: Target): Uint8Array<ArrayBuffer> => {
  const bytes = target instanceof BufferTarget ? target.buffer : null;
  if (!bytes) throw new Error('a segment was closed without its bytes');
  return new Uint8Array(bytes);
};

/**
 * One channel of sound as a rendition like the recorder's: the same encoder, segments and clock, which begins at 0.
 * Needs `prepareEncoders` first. Rejects with the signal's reason when aborted.
 */
export const encodeSound = async (
  mono: Float32Array<ArrayBuffer>,
  name: string,
  { onProgress, signal }: Options,
): Promise<Encoded> => {
  const files: File[] = [];
  const init = `${name}-init.mp4`;
  let codec = '';
  let timescale = soundRate;
  let playlist = '';
  const segmentName = (n: number) => `${name}-${String(n).padStart(4, '0')}.m4s`;
  const keep = (file: string, bytes: Uint8Array<ArrayBuffer>) =>
    files.push({ name: file, blob: new Blob([bytes], { type: 'video/mp4' }) });

  const output = new Output({
    format: new HlsOutputFormat({
      segmentFormat: new CmafOutputFormat(),
      targetDuration: segmentSeconds,
      getInitPath: () => init,
      getSegmentPath: ({ n }) => segmentName(n),
      onInit: (target) => {
        const bytes = bytesOf(target);
        dropDates(bytes);
        timescale = timescaleOf(bytes);
        keep(init, bytes);
      },
      onSegment: (target, { n }) => keep(segmentName(n), bytesOf(target)),
      onPlaylist: (content) => {
        playlist = content;
      },
    }),
    target: new PathedTarget('master.m3u8', ({ path }) =>
      path.endsWith('.m3u8') ? new NullTarget() : new BufferTarget(),
    ),
  });
  const source = new AudioSampleSource({
    ...audioEncoding,
    onEncodedPacket: (_, meta) => {
      codec = meta?.decoderConfig?.codec ?? codec;
    },
  });
  output.addAudioTrack(source);
  await output.start();
  try {
    for (let at = 0; at < mono.length; at += stepSamples) {
      signal.throwIfAborted();
      using sample = new AudioSample({
        data: mono.subarray(at, at + stepSamples),
        format: 'f32',
        numberOfChannels: 1,
        sampleRate: soundRate,
        timestamp: at / soundRate,
      });
      await source.add(sample);
      onProgress?.(at / mono.length);
    }
    await output.finalize();
  } finally {
    if (output.state !== 'finalized') await output.cancel();
  }
  const seconds = [...playlist.matchAll(/^#EXTINF:([\d.]+),/gm)].map(([, value]) => Number(value));
  const segments = seconds.map((length, at) => ({ name: segmentName(at + 1), seconds: length }));
  return { track: { init, codec, timescale, segments }, files };
};
