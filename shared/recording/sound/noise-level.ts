/** 50 ms: shorter than the pauses between words. */
const windowSamples = 2_400;

/** Levels of the windows that are not digital silence, in dBFS, from the quietest on. */
const levelsOf = (mono: Float32Array): number[] => {
  const levels: number[] = [];
  for (let from = 0; from + windowSamples <= mono.length; from += windowSamples) {
    let power = 0;
    for (let at = from; at < from + windowSamples; at++) power += (mono[at] ?? 0) ** 2;
    if (power > 0) levels.push(10 * Math.log10(power / windowSamples));
  }
  return levels.toSorted((one, other) => one - other);
};

/**
 * Up to where afftdn takes sound for noise, in dBFS: over what the room is like between the words, and well under
 * the words. Within what it accepts, −80 to −20.
 */
export const noiseLevel = (mono: Float32Array): number => {
  const levels = levelsOf(mono);
  const room = levels[Math.floor(levels.length / 10)] ?? -80;
  const words = levels[Math.floor(levels.length * 0.8)] ?? -80;
  return Math.min(-20, Math.max(-80, Math.min(room + 10, words - 15)));
};
