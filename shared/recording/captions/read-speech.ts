import type { Track } from '../../contract/kinds/demo.ts';
import type { ReadFile } from '../edit/open-track.ts';
import { readSound } from '../sound/read-sound.ts';
import { type Speech, speechRate } from './speech.ts';

/** A stretch of a track on the track's own time; stretches follow one another in the demo. Null: silence. */
export type Heard = { track: Track | null; fromSeconds: number; toSeconds: number };

/** Samples of another rate: each of ours is the mean of theirs that fall on it, so that nothing folds back. */
const addStretch = (
  into: Float32Array,
  counts: Uint8Array,
  { mono, sampleRate, at }: { mono: Float32Array; sampleRate: number; at: number },
): void => {
  const step = speechRate / sampleRate;
  let place = at * speechRate;
  for (const value of mono) {
    const index = Math.floor(place);
    place += step;
    if (index < 0 || index >= into.length) continue;
    const count = counts[index] ?? 0;
    into[index] = ((into[index] ?? 0) * count + value) / (count + 1);
    counts[index] = count + 1;
  }
};

/** Two minutes are 7.7 MB. Throws the signal's reason when aborted. */
export const readSpeech = async (
  heard: readonly Heard[],
  readFile: ReadFile,
  { signal }: { signal: AbortSignal },
): Promise<Speech> => {
  const seconds = heard.reduce((sum, { fromSeconds, toSeconds }) => sum + toSeconds - fromSeconds, 0);
  const speech = new Float32Array(Math.ceil(seconds * speechRate));
  const counts = new Uint8Array(speech.length);
  let startSeconds = 0;
  for (const { track, fromSeconds, toSeconds } of heard) {
    const span = { fromSeconds, toSeconds };
    // What the packets at both ends have beyond the span belongs to what was cut.
    const from = Math.round(startSeconds * speechRate);
    const to = Math.round((startSeconds + toSeconds - fromSeconds) * speechRate);
    const [into, taken] = [speech.subarray(from, to), counts.subarray(from, to)];
    if (track) {
      for await (const { atSeconds, sampleRate, mono } of readSound(track, readFile, { span, signal })) {
        addStretch(into, taken, { mono, sampleRate, at: atSeconds - fromSeconds });
      }
    }
    startSeconds += toSeconds - fromSeconds;
  }
  return speech;
};
