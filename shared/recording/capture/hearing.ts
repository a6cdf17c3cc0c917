/** Below this peak (of 1) a microphone gives nothing: muted, unplugged or turned away by the system. */
const quietPeak = 0.0015;
const quietSeconds = 1.2;

/** Tells a silent microphone from a pause in speech: every room has some noise, a dead input has none. */
export const createHearing = () => {
  let quietFor = 0;
  return {
    hears(peak: number, seconds: number): boolean {
      quietFor = peak < quietPeak ? quietFor + seconds : 0;
      return quietFor < quietSeconds;
    },
  };
};

/** 0 to 1 for a bar: decibels from −60 to 0, because a linear bar hardly moves when somebody speaks. */
export const barOf = (peak: number): number =>
  peak <= 0 ? 0 : Math.min(1, Math.max(0, 1 + (20 * Math.log10(peak)) / 60));
