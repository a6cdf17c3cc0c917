import type { AudioSample, AudioSampleSource } from 'mediabunny';
import { expect, it } from 'vitest';
import { soundRate } from '../../../shared/recording/capture/hear-track.ts';
import { createSoundFeed } from '../../../shared/recording/take/sound-feed.ts';
import { createTakeClock } from '../../../shared/recording/take/take-clock.ts';

const chunkMs = 10;
const perMs = soundRate / 1000;

/** An encoder that keeps what it is given: at each sample of the take, the wall time at which it was said. */
const createTape = () => {
  const tape: number[] = [];
  const add = async (sample: AudioSample) => {
    const data = new Float32Array(sample.numberOfFrames);
    sample.copyTo(data, { planeIndex: 0, format: 'f32' });
    expect(Math.round(sample.timestamp * soundRate)).toBe(tape.length);
    tape.push(...data);
  };
  // The feed asks nothing else of its source.
  return { tape, source: { add } as unknown as AudioSampleSource };
};

/** Chunks that come every 10 ms, and whose stamps are up to 4 ms off: the wall time that they were said is in them. */
const play = (onSound: ReturnType<typeof createSoundFeed>['onSound'], fromMs: number, toMs: number) => {
  for (let at = fromMs; at < toMs; at += chunkMs) {
    const data = Float32Array.from({ length: chunkMs * perMs }, (_, index) => at + index / perMs);
    onSound({ data, fromMs: at + ((at * 7) % 5) - 2 });
  }
};

it('lies where it was said after ten pauses, however its stamps jitter', async () => {
  const { tape, source } = createTape();
  const clock = createTakeClock(1_003, 120);
  const feed = createSoundFeed(source, clock, (error) => expect(error).toBeNull());
  let nowMs = 990;
  for (let count = 0; count < 10; count++) {
    play(feed.onSound, nowMs, nowMs + 1_200);
    clock.pause(nowMs + 1_193);
    play(feed.onSound, nowMs + 1_200, nowMs + 1_570);
    clock.resume(nowMs + 1_571);
    nowMs += 1_570;
  }
  play(feed.onSound, nowMs, nowMs + 1_000);
  const seconds = clock.secondsAt(nowMs + 900);
  await Promise.resolve();
  const saidMs = tape[Math.round(seconds * soundRate)] ?? Number.NaN;
  expect(Math.abs(saidMs - (nowMs + 900))).toBeLessThan(5);
});

it('is silent where a chunk was lost, and goes on at its place', async () => {
  const { tape, source } = createTape();
  const clock = createTakeClock(0, 120);
  const feed = createSoundFeed(source, clock, (error) => expect(error).toBeNull());
  play(feed.onSound, 0, 500);
  play(feed.onSound, 700, 1_000);
  await Promise.resolve();
  expect(tape[600 * perMs]).toBe(0);
  expect(Math.abs((tape[800 * perMs] ?? Number.NaN) - 800)).toBeLessThan(5);
});
