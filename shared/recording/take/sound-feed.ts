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
  let run = -1;

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
        // Where a run begins nothing is torn: there the count is set right, so that pauses do not add up.
        const isNew = piece.run !== run;
        const over = isNew ? Math.max(0, nextSeconds - piece.atSeconds) : 0;
        const from = frameAt(piece.fromMs) + Math.round(over * soundRate);
        const mono = data.slice(from, Math.max(from, frameAt(piece.toMs)));
        if (mono.length === 0) continue;
        run = piece.run;
        if (piece.atSeconds - nextSeconds > (isNew ? 0 : gapSeconds)) void fillTo(piece.atSeconds);
        void send(mono);
      }
    },
    hasSeen: (atMs: number): boolean => seenMs >= atMs,
    /** Silence up to the take's end, where a microphone fell quiet before the camera did. */
    close: (seconds: number): Promise<void> => fillTo(seconds),
  };
};
