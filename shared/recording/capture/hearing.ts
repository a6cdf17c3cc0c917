/** Below this peak (of 1) a microphone gives nothing: muted, unplugged or turned away by the system. */
const quietPeak = 0.0015;
const quietSeconds = 1.2;

/** From here on the tops are cut off. Said for a while after: one syllable is soon over. */
const fullPeak = 0.98;
const saidSeconds = 2;

/** Tells a silent microphone from a pause in speech: every room has some noise, a dead input has none. */
export const createHearing = () => {
  let quietFor = 0;
  let sinceFull = Infinity;
  return (peak: number, seconds: number): { isHeard: boolean; isClipping: boolean } => {
    quietFor = peak < quietPeak ? quietFor + seconds : 0;
    sinceFull = peak >= fullPeak ? 0 : sinceFull + seconds;
    return { isHeard: quietFor < quietSeconds, isClipping: sinceFull < saidSeconds };
  };
};

/** 0 to 1 for a bar: decibels from −60 to 0, because a linear bar hardly moves when somebody speaks. */
export const barOf = (peak: number): number =>
  peak <= 0 ? 0 : Math.min(1, Math.max(0, 1 + (20 * Math.log10(peak)) / 60));
