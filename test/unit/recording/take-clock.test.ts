import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTakeClock } from '../../../shared/recording/take/take-clock.ts';

it('counts from its start', () => {
  const clock = createTakeClock(1_000, 120);
  expect(clock.secondsAt(1_000)).toBe(0);
  expect(clock.secondsAt(3_500)).toBe(2.5);
});

it('leaves a pause out, and goes on where it was', () => {
  const clock = createTakeClock(0, 120);
  clock.pause(2_000);
  expect(clock.secondsAt(5_000)).toBe(2);
  expect(clock.isRunning).toBe(false);
  clock.resume(6_000);
  expect(clock.secondsAt(7_000)).toBe(3);
});

it('gives what lies in a pause no place', () => {
  const clock = createTakeClock(0, 120);
  clock.pause(2_000);
  clock.resume(6_000);
  expect(clock.pieces(3_000, 3_010)).toEqual([]);
  expect(clock.pieces(-20, -10)).toEqual([]);
});

it('cuts sound exactly where a pause begins and ends', () => {
  const clock = createTakeClock(0, 120);
  clock.pause(2_004);
  clock.resume(6_003);
  expect(clock.pieces(2_000, 2_010)).toEqual([{ fromMs: 2_000, toMs: 2_004, atSeconds: 2, run: 0 }]);
  expect(clock.pieces(6_000, 6_010)).toEqual([{ fromMs: 6_003, toMs: 6_010, atSeconds: 2.004, run: 1 }]);
});

it('splits a chunk that a short pause lies in', () => {
  const clock = createTakeClock(0, 120);
  clock.pause(1_003);
  clock.resume(1_007);
  expect(clock.pieces(1_000, 1_010)).toEqual([
    { fromMs: 1_000, toMs: 1_003, atSeconds: 1, run: 0 },
    { fromMs: 1_007, toMs: 1_010, atSeconds: 1.003, run: 1 },
  ]);
});

it('takes in what happened before a pause and arrived after it', () => {
  const clock = createTakeClock(0, 120);
  clock.pause(2_000);
  clock.resume(4_000);
  expect(clock.pieces(1_980, 1_990)).toEqual([{ fromMs: 1_980, toMs: 1_990, atSeconds: 1.98, run: 0 }]);
});

it('says when the limit falls, pauses left out, and never counts beyond it', () => {
  const clock = createTakeClock(0, 120);
  expect(clock.endsMs()).toBe(120_000);
  clock.pause(30_000);
  expect(clock.endsMs()).toBeNull();
  clock.resume(50_000);
  expect(clock.endsMs()).toBe(140_000);
  clock.pause(150_000);
  expect(clock.secondsAt(150_000)).toBe(120);
});

it('does nothing on a second pause or resume', () => {
  const clock = createTakeClock(0, 120);
  clock.resume(500);
  clock.pause(1_000);
  clock.pause(3_000);
  clock.resume(4_000);
  clock.resume(5_000);
  expect(clock.secondsAt(6_000)).toBe(3);
});

it('leaves out the time that the machine slept, and goes on where it was', () => {
  const clock = createTakeClock(0, 120);
  for (let atMs = 0; atMs <= 5_000; atMs += 10) clock.alive(atMs);
  clock.alive(605_000);
  expect(clock.secondsAt(605_000)).toBe(5);
  expect(clock.pieces(605_000, 605_010)).toMatchObject([{ atSeconds: 5, run: 1 }]);
});

it('takes one device falling quiet for what it is while the other goes on', () => {
  const clock = createTakeClock(0, 120);
  for (let atMs = 0; atMs <= 5_000; atMs += 10) clock.alive(atMs);
  clock.alive(2_000);
  clock.alive(5_033);
  expect(clock.secondsAt(5_033)).toBe(5.033);
});

it('does not end a pause because samples go on', () => {
  const clock = createTakeClock(0, 120);
  clock.alive(1_000);
  clock.pause(1_000);
  clock.alive(9_000);
  expect(clock.isRunning).toBe(false);
  clock.resume(9_000);
  clock.alive(9_010);
  expect(clock.secondsAt(10_000)).toBe(2);
});

it('shortens picture and sound alike, however often it is paused', () => {
  const pauses = fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 })), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(pauses, (stretches) => {
      const clock = createTakeClock(0, 3_600);
      let nowMs = 0;
      for (const [runMs, pauseMs] of stretches) {
        nowMs += runMs;
        clock.pause(nowMs);
        nowMs += pauseMs;
        clock.resume(nowMs);
      }
      nowMs += 500;
      clock.pause(nowMs);
      /** What a track with chunks of this length keeps. */
      const kept = (chunkMs: number) => {
        let sum = 0;
        for (let fromMs = 0; fromMs < nowMs; fromMs += chunkMs) {
          for (const piece of clock.pieces(fromMs, Math.min(nowMs, fromMs + chunkMs))) {
            expect(piece.atSeconds * 1000).toBeCloseTo(sum, 6);
            sum += piece.toMs - piece.fromMs;
          }
        }
        return sum;
      };
      expect(kept(10)).toBeCloseTo(clock.secondsAt(nowMs) * 1000, 6);
      expect(kept(33)).toBeCloseTo(kept(10), 6);
    }),
    { numRuns: 50 },
  );
});
