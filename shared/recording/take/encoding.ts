import {
  type AudioEncodingConfig,
  AudioSample,
  AudioSampleSource,
  Mp4OutputFormat,
  NullTarget,
  Output,
  Quality,
  type VideoEncodingConfig,
  VideoSample,
  VideoSampleSource,
} from 'mediabunny';
import { RecordingError } from '../recording-error.ts';

/** Seconds from one key frame to the next, and so of a segment. */
export const segmentSeconds = 2;

/**
 * One setting for every size, so that each take and each edge encoded anew has the same header: 0.2 is 695 kbit/s
 * at 720p and 1.5 Mbit/s at 1080p, levels 3.1 and 4.0 of H.264 (an iPhone plays 4.2). Two minutes of a camera are
 * 11 MB, and 0.98 like the source (docs/decisions/018). “Realtime”: no encoder puts pictures out of order.
 */
export const videoEncoding: VideoEncodingConfig = {
  codec: 'avc',
  quality: new Quality({ quality: 0.2, preferBitrate: true }),
  keyFrameInterval: segmentSeconds,
  latencyMode: 'realtime',
  // A phone that is turned midway: the picture stays as wide as it began.
  sizeChangeBehavior: 'contain',
};

/** Speech, one channel (`sound-feed.ts` makes it so: mediabunny's own transform holds five seconds back). */
export const audioEncoding: AudioEncodingConfig = {
  codec: 'aac',
  quality: new Quality({ bitrate: 64_000 }),
};

const createOutput = () => new Output({ format: new Mp4OutputFormat(), target: new NullTarget() });

const encodePicture = async (): Promise<void> => {
  const output = createOutput();
  const source = new VideoSampleSource(videoEncoding);
  output.addVideoTrack(source);
  await output.start();
  const canvas = new OffscreenCanvas(1280, 720);
  canvas.getContext('2d')?.fillRect(0, 0, 640, 360);
  for (const timestamp of [0, 1 / 30]) {
    using sample = new VideoSample(canvas, { timestamp, duration: 1 / 30 });
    await source.add(sample);
  }
  await output.finalize();
};

const encodeSound = async (): Promise<void> => {
  const output = createOutput();
  const source = new AudioSampleSource(audioEncoding);
  output.addAudioTrack(source);
  await output.start();
  const silence = new Float32Array(4_800);
  using sample = new AudioSample({
    data: silence,
    format: 'f32',
    numberOfChannels: 1,
    sampleRate: 48_000,
    timestamp: 0,
  });
  await source.add(sample);
  await output.finalize();
};

const within = (seconds: number, work: Promise<void>): Promise<void> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('the encoder did not answer')), seconds * 1000);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
};

const prepare = async (): Promise<void> => {
  if (!('VideoEncoder' in globalThis)) throw new RecordingError('cannot-record');
  try {
    await within(15, encodePicture());
    await within(15, encodeSound()).catch(async () => {
      // Chromium on Linux and ChromeOS, and Firefox, have no AAC of their own; Safari before 26 encodes no sound.
      const { registerAacEncoder } = await import('@mediabunny/aac-encoder');
      registerAacEncoder();
      await within(15, encodeSound());
    });
  } catch (error) {
    throw new RecordingError('cannot-record', error);
  }
};

let prepared: Promise<void> | undefined;

/**
 * Finds out whether this browser can record, until it could: by encoding a picture and a sound, because
 * `isConfigSupported` has been seen to say yes and mean no. Throws RecordingError `cannot-record`.
 */
export const prepareEncoders = (): Promise<void> => {
  prepared ??= prepare().catch((error: unknown) => {
    // A machine that was too busy to answer may do so later.
    prepared = undefined;
    throw error;
  });
  return prepared;
};
