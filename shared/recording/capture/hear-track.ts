import type { Stop } from './listeners.ts';
import { createResampler } from './resample.ts';
import { readTrack, type Timed } from './track-reader.ts';

/** What every take's sound has: one channel, 48 kHz (docs/decisions/018). */
export const soundRate = 48_000;

/** A chunk of sound, one channel at `soundRate`. */
export type Sound = Timed<Float32Array<ArrayBuffer>>;

/** Three seconds of 10 ms chunks: sound that was lost cannot be made up, a frame can. */
const queue = 300;

const readMono = (data: AudioData): Float32Array<ArrayBuffer> => {
  const mono = new Float32Array(data.numberOfFrames);
  const plane = new Float32Array(data.numberOfFrames);
  for (let planeIndex = 0; planeIndex < data.numberOfChannels; planeIndex++) {
    data.copyTo(plane, { planeIndex, format: 'f32-planar' });
    for (const [at, value] of plane.entries()) mono[at] = (mono[at] ?? 0) + value / data.numberOfChannels;
  }
  return mono;
};

/** Listens to a track until it is stopped. A device that is plugged in anew may have another rate. */
export const hearTrack = (track: MediaStreamTrack, onSound: (sound: Sound) => void): Stop => {
  let rate = soundRate;
  let resample = createResampler(rate, soundRate);
  return readTrack<AudioData>(track, queue, ({ data, fromMs }) => {
    if (data.sampleRate !== rate) {
      rate = data.sampleRate;
      resample = createResampler(rate, soundRate);
    }
    const samples = resample(readMono(data));
    data.close();
    if (samples.length > 0) onSound({ data: samples, fromMs });
  });
};
