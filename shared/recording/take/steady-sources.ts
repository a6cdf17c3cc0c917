import { AudioSample, AudioSampleSource, type VideoSample, VideoSampleSource } from 'mediabunny';
import { encoderDelay } from '../sound/encoder-delay.ts';

/** No source of ours gives more. */
const framesPerSecond = 30;

/**
 * Puts each frame on a grid of thirtieths of a second. Cameras are early and late by milliseconds, and a player
 * that counts in frames would show two at once; of two that are on one place, the later is left out.
 */
export class SteadyVideoSource extends VideoSampleSource {
  #last = -1;

  override async add(sample: VideoSample, options?: VideoEncoderEncodeOptions): Promise<void> {
    const exact = sample.timestamp * framesPerSecond;
    const place = Math.max(this.#last + 1, Math.round(exact));
    if (place - exact > 1 && !options?.keyFrame) return;
    this.#last = place;
    const endSeconds = sample.timestamp + sample.duration;
    const atSeconds = place / framesPerSecond;
    sample.setTimestamp(atSeconds);
    sample.setDuration(Math.max(0.001, endSeconds - atSeconds));
    await super.add(sample, options);
  }
}

/**
 * Sound that is heard when it was said. An AAC encoder puts some silence first, and nothing in a segment tells a
 * player to skip it: so as much of the sound's beginning is left out, and all of it lies that much earlier.
 */
export class SteadyAudioSource extends AudioSampleSource {
  override async add(sample: AudioSample): Promise<void> {
    const { sampleRate, numberOfFrames, numberOfChannels } = sample;
    const early = await encoderDelay();
    const from = Math.round(sample.timestamp * sampleRate) - early;
    const lost = Math.max(0, -from);
    if (lost >= numberOfFrames) return;
    const options = { format: 'f32', planeIndex: 0, frameOffset: lost } as const;
    const data = new Float32Array((numberOfFrames - lost) * numberOfChannels);
    sample.copyTo(data, options);
    using moved = new AudioSample({
      data,
      format: 'f32',
      numberOfChannels,
      sampleRate,
      timestamp: (from + lost) / sampleRate,
    });
    await super.add(moved);
  }
}
