import { AudioSample, type AudioSampleSource } from 'mediabunny';
import { soundRate } from '../capture/hear-track.ts';
import { createResampler } from '../capture/resample.ts';
import type { SoundChunk } from './footage.ts';

/** A quarter of a second. */
const pieceFrames = soundRate / 4;

/** Less than the resampler holds back. */
const restFrames = 64;
/** A step between stamp and count that is more than rounding: sound is missing there, or came twice. */
const gapSeconds = 0.05;

/** Sound → encoder, exactly as long as the picture: what is missing is silence, what is too much is left out. */
export const createSoundWriter = (
  source: AudioSampleSource,
  chunks: AsyncGenerator<SoundChunk, void> | null,
) => {
  let isOver = chunks === null;
  let damage: unknown = null;
  let resample: ReturnType<typeof createResampler> | null = null;
  let rate = 0;
  /** Where the next chunk belongs, by counting. */
  let readSeconds = 0;
  const ready: Float32Array<ArrayBuffer>[] = [];
  let readyFrames = 0;
  let sentFrames = 0;

  const keep = (samples: Float32Array<ArrayBuffer>): void => {
    ready.push(samples);
    readyFrames += samples.length;
  };
  const place = ({ mono, sampleRate, atSeconds }: SoundChunk): void => {
    if (!resample || sampleRate !== rate) resample = createResampler(sampleRate, soundRate);
    rate = sampleRate;
    const missing = Math.round((atSeconds - readSeconds) * rate);
    const isOff = Math.abs(atSeconds - readSeconds) > gapSeconds || readSeconds === 0;
    if (isOff && missing > 0) {
      keep(resample(new Float32Array(missing)));
      readSeconds += missing / rate;
    }
    const rest = isOff && missing < 0 ? mono.subarray(-missing) : mono;
    keep(resample(rest));
    readSeconds += rest.length / rate;
  };
  const read = async (frames: number): Promise<void> => {
    while (!isOver && readyFrames < frames) {
      const next = await chunks?.next().catch((error: unknown) => {
        damage = error;
        return null;
      });
      if (!next || next.done) {
        isOver = true;
        if (resample) keep(resample(new Float32Array(restFrames)));
      } else place(next.value);
    }
  };
  const takeFrames = (count: number): Float32Array<ArrayBuffer> => {
    const data = new Float32Array(count);
    let at = 0;
    for (let first = ready[0]; first && at < count; first = ready[0]) {
      const part = first.subarray(0, count - at);
      data.set(part, at);
      at += part.length;
      if (part.length < first.length) ready[0] = first.subarray(part.length);
      else ready.shift();
    }
    readyFrames -= at;
    return data;
  };

  const send = async (count: number): Promise<void> => {
    if (count <= 0) return;
    await read(count);
    using sample = new AudioSample({
      data: takeFrames(count),
      format: 'f32',
      numberOfChannels: 1,
      sampleRate: soundRate,
      timestamp: sentFrames / soundRate,
    });
    sentFrames += count;
    await source.add(sample);
  };
  const missingUntil = (seconds: number): number => Math.round(seconds * soundRate) - sentFrames;

  return {
    /** Called with the time of each picture; sound follows in pieces that are worth a call of its encoder. */
    async upTo(seconds: number): Promise<void> {
      const count = missingUntil(seconds);
      if (count >= pieceFrames) await send(count);
    },
    endAt: (seconds: number): Promise<void> => send(missingUntil(seconds)),
    /** How far the sound goes, looked for no further than `seconds`. */
    async reach(seconds: number): Promise<number> {
      await read(missingUntil(seconds));
      return (sentFrames + readyFrames) / soundRate;
    },
    /** What stopped it before its end; from there on it is silent. */
    get damage() {
      return damage;
    },
    /** What was decoded ahead is let go. */
    close: (): void => void chunks?.return(),
  };
};
