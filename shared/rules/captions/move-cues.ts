import { type Cue, leastCueSeconds, wholeMs } from './cues.ts';

const clamp = (seconds: number, least: number, most: number): number =>
  wholeMs(Math.max(least, Math.min(most, seconds)));

/**
 * A line begins at another moment. It stays as long as it must be to be seen, and the line before it, if that
 * was still on the screen, ends there: what is moved by hand never comes to overlap.
 */
export const moveStart = <C extends Cue>(cues: readonly C[], at: number, seconds: number): C[] => {
  const cue = cues[at];
  if (!cue) return [...cues];
  const before = cues[at - 1];
  const least = before ? before.fromSeconds + leastCueSeconds : 0;
  const fromSeconds = clamp(seconds, least, cue.toSeconds - leastCueSeconds);
  return cues.map((other, index) => {
    if (index === at) return { ...other, fromSeconds };
    const isInTheWay = index === at - 1 && other.toSeconds > fromSeconds && cue.fromSeconds > fromSeconds;
    return isInTheWay ? { ...other, toSeconds: fromSeconds } : other;
  });
};

/** A line ends at another moment: the next one, if that has begun by then, begins when it ends. */
export const moveEnd = <C extends Cue>(
  cues: readonly C[],
  at: number,
  seconds: number,
  lengthSeconds: number,
): C[] => {
  const cue = cues[at];
  if (!cue) return [...cues];
  const after = cues[at + 1];
  const most = after ? after.toSeconds - leastCueSeconds : lengthSeconds;
  const toSeconds = clamp(seconds, cue.fromSeconds + leastCueSeconds, most);
  return cues.map((other, index) => {
    if (index === at) return { ...other, toSeconds };
    const isInTheWay = index === at + 1 && other.fromSeconds < toSeconds && cue.toSeconds < toSeconds;
    return isInTheWay ? { ...other, fromSeconds: toSeconds } : other;
  });
};

/** All of them earlier or later, as after a file that was made for a longer video; none leaves the demo. */
export const shiftCues = <C extends Cue>(cues: readonly C[], bySeconds: number, lengthSeconds: number): C[] =>
  cues.map((cue) => {
    const fromSeconds = clamp(cue.fromSeconds + bySeconds, 0, lengthSeconds - leastCueSeconds);
    return {
      ...cue,
      fromSeconds,
      toSeconds: clamp(cue.toSeconds + bySeconds, fromSeconds + leastCueSeconds, lengthSeconds),
    };
  });
