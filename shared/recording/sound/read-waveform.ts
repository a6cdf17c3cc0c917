import type { Track } from '../../contract/kinds/demo.ts';
import type { ReadFile } from '../edit/open-track.ts';
import { readSound } from './read-sound.ts';

type Options = {
  /** How many peaks a second has. */
  perSecond: number;
  signal: AbortSignal;
};

const secondsOf = ({ segments }: Track): number => segments.reduce((sum, { seconds }) => sum + seconds, 0);

/**
 * The loudest of each stretch of a track, 0…1, from the take's beginning to its end: two minutes in about a
 * second. All 0 where this browser cannot decode it. Rejects with the signal's reason when aborted.
 */
export const readWaveform = async (
  track: Track,
  readFile: ReadFile,
  { perSecond, signal }: Options,
): Promise<Float32Array> => {
  const peaks = new Float32Array(Math.ceil(secondsOf(track) * perSecond));
  for await (const { atSeconds, sampleRate, mono } of readSound(track, readFile, { signal })) {
    const step = perSecond / sampleRate;
    let place = atSeconds * perSecond;
    for (const value of mono) {
      const at = Math.floor(place);
      const height = Math.min(1, Math.abs(value));
      if (height > (peaks[at] ?? 1)) peaks[at] = height;
      place += step;
    }
  }
  return peaks;
};
