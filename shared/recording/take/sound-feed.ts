import { AudioSample, type AudioSampleSource } from 'mediabunny';
import type { Timed } from '../capture/track-reader.ts';
import type { TakeClock } from './take-clock.ts';

/** A step between stamp and count that is more than jitter: sound was lost, or never came. */
const gapSeconds = 0.05;

/** The frames [from, to) of all channels as one. */
const readMono = (data: AudioData, from: number, to: number): Float32Array<ArrayBuffer> => {
  const mono = new Float32Array(Math.max(0, to - from));
  const plane = new Float32Array(mono.length);
  if (mono.length === 0) return mono;
  for (let planeIndex = 0; planeIndex < data.numberOfChannels; planeIndex++) {
    const options = { planeIndex, frameOffset: from, frameCount: mono.length, format: 'f32-planar' } as const;
    data.copyTo(plane, options);
    for (const [at, value] of plane.entries()) mono[at] = (mono[at] ?? 0) + value / data.numberOfChannels;
  }
  return mono;
};

/** Sound → encoder, cut to the sample where a pause begins and ends. */
export const createSoundFeed = (
  source: AudioSampleSource,
  clock: TakeClock,
  onFailed: (error: unknown) => void,
) => {
  /** Where the next sample belongs, by counting: stamps jitter, and each jump would be a click. */
  let nextSeconds = 0;
  let seenMs = -Infinity;
  let sampleRate = 48_000;

  const send = async (data: Float32Array<ArrayBuffer>): Promise<void> => {
    const sample = new AudioSample({
      data,
      format: 'f32',
      numberOfChannels: 1,
      sampleRate,
      timestamp: nextSeconds,
    });
    nextSeconds += data.length / sampleRate;
    try {
      await source.add(sample);
    } catch (error) {
      onFailed(error);
    } finally {
      sample.close();
    }
  };
  const fillTo = async (seconds: number): Promise<void> => {
    const frames = Math.round((seconds - nextSeconds) * sampleRate);
    if (frames > 0) await send(new Float32Array(frames));
  };

  return {
    onSound({ data, fromMs }: Timed<AudioData>): void {
      sampleRate = data.sampleRate;
      const toMs = fromMs + (data.numberOfFrames / sampleRate) * 1000;
      seenMs = toMs;
      const frameAt = (ms: number) => Math.round(((ms - fromMs) / 1000) * sampleRate);
      for (const piece of clock.pieces(fromMs, toMs)) {
        const mono = readMono(
          data,
          frameAt(piece.fromMs),
          Math.min(data.numberOfFrames, frameAt(piece.toMs)),
        );
        if (mono.length === 0) continue;
        if (piece.atSeconds - nextSeconds > gapSeconds) void fillTo(piece.atSeconds);
        void send(mono);
      }
    },
    hasSeen: (atMs: number): boolean => seenMs >= atMs,
    /** Silence up to the take's end, where a microphone fell quiet before the camera did. */
    close: (seconds: number): Promise<void> => fillTo(seconds),
  };
};
