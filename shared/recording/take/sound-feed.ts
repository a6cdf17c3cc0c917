import { AudioSample, type AudioSampleSource } from 'mediabunny';
import { type Sound, soundRate } from '../capture/hear-track.ts';
import type { TakeClock } from './take-clock.ts';

/** A step between stamp and count that is more than jitter: sound was lost, or never came. */
const gapSeconds = 0.05;

/** Sound → encoder, cut to the sample where a pause begins and ends. */
export const createSoundFeed = (
  source: AudioSampleSource,
  clock: TakeClock,
  onFailed: (error: unknown) => void,
) => {
  /** Where the next sample belongs, by counting: stamps jitter, and each jump would be a click. */
  let nextSeconds = 0;
  let seenMs = -Infinity;

  const send = async (data: Float32Array<ArrayBuffer>): Promise<void> => {
    const sample = new AudioSample({
      data,
      format: 'f32',
      numberOfChannels: 1,
      sampleRate: soundRate,
      timestamp: nextSeconds,
    });
    nextSeconds += data.length / soundRate;
    try {
      await source.add(sample);
    } catch (error) {
      onFailed(error);
    } finally {
      sample.close();
    }
  };
  const fillTo = async (seconds: number): Promise<void> => {
    const frames = Math.round((seconds - nextSeconds) * soundRate);
    if (frames > 0) await send(new Float32Array(frames));
  };

  return {
    onSound({ data, fromMs }: Sound): void {
      const toMs = fromMs + (data.length / soundRate) * 1000;
      seenMs = toMs;
      const frameAt = (ms: number) => Math.round(((ms - fromMs) / 1000) * soundRate);
      for (const piece of clock.pieces(fromMs, toMs)) {
        const mono = data.slice(frameAt(piece.fromMs), frameAt(piece.toMs));
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
