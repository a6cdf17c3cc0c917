import type { Span } from '../edit/place-segments.ts';

/** About −40 dBFS: a room without anybody speaking into the microphone lies under it. */
const quietMost = 0.01;
/** Over the noise of a louder room by so much (14 dB) somebody speaks. */
const overNoise = 5;
/** What is left before the first word and after the last. */
const airSeconds = 0.3;
/** A cut of less is not worth a question. */
const leastSeconds = 0.7;
/** A chair, a click on Stop: heard, but too short to be speech. */
const blipSeconds = 0.06;

/** The level that the quietest fifth stays under: a fan, a projector. */
const noiseOf = (peaks: Float32Array): number => peaks.toSorted()[Math.floor(peaks.length / 5)] ?? 0;

/** Indices of the first and last stretch of sound that is more than a blip; null where all is silence. */
const soundIn = (
  peaks: Float32Array,
  quiet: number,
  blip: number,
): { first: number; last: number } | null => {
  let first: number | null = null;
  let last = 0;
  let since = 0;
  for (const [at, peak] of peaks.entries()) {
    since = peak > quiet ? since + 1 : 0;
    if (since <= blip) continue;
    first ??= at - since + 1;
    last = at;
  }
  return first === null ? null : { first, last };
};

/**
 * Silence at both ends of a take, to be offered as a cut, on the take's own time: conservative, with some air left
 * around what is said. `perSecond`: how many of `peaks` a second has, 20 to 100. Nothing where all is silent.
 */
export const findSilence = (peaks: Float32Array, perSecond: number): Span[] => {
  const loudest = peaks.reduce((most, peak) => Math.max(most, peak), 0);
  if (loudest < quietMost) return [];
  const quiet = Math.min(Math.max(quietMost, noiseOf(peaks) * overNoise), loudest / 4);
  const sound = soundIn(peaks, quiet, blipSeconds * perSecond);
  if (!sound) return [];
  const before = { fromSeconds: 0, toSeconds: sound.first / perSecond - airSeconds };
  const after = {
    fromSeconds: (sound.last + 1) / perSecond + airSeconds,
    toSeconds: peaks.length / perSecond,
  };
  return [before, after].filter(({ fromSeconds, toSeconds }) => toSeconds - fromSeconds >= leastSeconds);
};
