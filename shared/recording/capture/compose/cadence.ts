/** A picture that is due so soon is made now: timers and frames never fall on the moment. */
const earlyMs = 4;

/** Says when a picture is due, so that they come evenly, whatever wakes it. Times are `performance.now()`. */
export const createCadence = (perSecond: number) => {
  const everyMs = 1000 / perSecond;
  let dueMs = -Infinity;
  return {
    /** True once for each picture. After a hold-up it goes on from here and makes up for nothing. */
    isDue(nowMs: number): boolean {
      if (nowMs < dueMs - earlyMs) return false;
      dueMs = nowMs - dueMs > everyMs ? nowMs + everyMs : dueMs + everyMs;
      return true;
    },
    /** How long to sleep. */
    leftMs: (nowMs: number): number => Math.max(1, Math.min(everyMs, dueMs - nowMs)),
  };
};
