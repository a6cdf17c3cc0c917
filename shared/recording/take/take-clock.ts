/** A stretch of wall time that was recorded, and where in the take it lies. `run` counts up with each resume. */
export type Piece = { fromMs: number; toMs: number; atSeconds: number; run: number };

/** Longer than this without a sample of either kind, and the machine slept: a lid closed, a phone locked. */
const sleepMs = 2_000;

/**
 * One clock for both tracks of a take. It is asked in wall time (`performance.now()`, milliseconds) and
 * answers in seconds of the take: pauses are subtracted here, once, so that picture and sound cannot drift.
 */
export const createTakeClock = (startMs: number, limitSeconds: number) => {
  const kept: { fromMs: number; toMs: number; beforeMs: number }[] = [
    { fromMs: startMs, toMs: Infinity, beforeMs: 0 },
  ];
  const last = () => {
    const stretch = kept.at(-1);
    if (!stretch) throw new Error('a clock has a stretch');
    return stretch;
  };
  const keptMs = (stretch: { fromMs: number; toMs: number; beforeMs: number }) =>
    stretch.beforeMs + stretch.toMs - stretch.fromMs;
  /** When the limit falls, if it runs on from here. */
  const limitMs = () => last().fromMs + limitSeconds * 1000 - last().beforeMs;

  let aliveMs = startMs;
  const isRunning = () => last().toMs === Infinity;
  /** Closes the stretch under way; the limit is never passed. */
  const pause = (atMs: number): void => {
    if (isRunning()) last().toMs = Math.max(last().fromMs, Math.min(atMs, limitMs()));
  };
  const resume = (atMs: number): void => {
    if (isRunning()) return;
    const before = last();
    kept.push({ fromMs: Math.max(atMs, before.toMs), toMs: Infinity, beforeMs: keptMs(before) });
  };

  return {
    pause,
    resume,
    /** Said of each sample before it is placed. Time asleep is left out like a pause. */
    alive(atMs: number): void {
      if (isRunning() && atMs - aliveMs > sleepMs) {
        pause(aliveMs);
        resume(atMs);
      }
      aliveMs = Math.max(aliveMs, atMs);
    },
    get isRunning() {
      return isRunning();
    },
    /** Seconds recorded by then, never more than the limit. */
    secondsAt(atMs: number): number {
      const { fromMs, toMs, beforeMs } = last();
      const runMs = Math.max(0, Math.min(atMs, toMs) - fromMs);
      return Math.min(limitSeconds, (beforeMs + runMs) / 1000);
    },
    /** When the take is over by itself: wall time, or null while paused. */
    endsMs: (): number | null => (isRunning() ? limitMs() : null),
    /** What of [fromMs, toMs) was recorded, and where in the take it lies. */
    pieces(fromMs: number, toMs: number): Piece[] {
      return kept.flatMap((stretch, run) => {
        const from = Math.max(fromMs, stretch.fromMs);
        const to = Math.min(toMs, stretch.toMs);
        if (to <= from) return [];
        const atSeconds = (stretch.beforeMs + from - stretch.fromMs) / 1000;
        return [{ fromMs: from, toMs: to, atSeconds, run }];
      });
    },
  };
};
export type TakeClock = ReturnType<typeof createTakeClock>;
