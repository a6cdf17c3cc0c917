import { expect, it } from 'vitest';
import type { Sound } from '../../../shared/recording/capture/hear-track.ts';
import { createSoundMix } from '../../../shared/recording/capture/mix-sound.ts';

/** Ten milliseconds of one value. */
const chunk = (fromMs: number, value: number): Sound => ({
  fromMs,
  data: new Float32Array(480).fill(value),
});
const createMix = () => {
  const heard: Sound[] = [];
  return { heard, mix: createSoundMix((sound) => heard.push(sound)) };
};
const samplesOf = (heard: Sound[]) => heard.flatMap(({ data }) => [...data]);

it('lays what the screen plays upon the voice, to the sample', () => {
  const { heard, mix } = createMix();
  for (let at = 0; at < 100; at++) {
    // The screen's chunks begin 2.5 ms later than the microphone's: 120 samples.
    mix.onScreen(chunk(1_002.5 + at * 10, at === 40 ? 0.5 : 0));
    mix.onVoice(chunk(1_000 + at * 10, 0.25));
  }
  const samples = samplesOf(heard);
  const loud = samples.flatMap((value, at) => (value > 0.5 ? [at] : []));
  expect([loud[0], loud.length]).toEqual([40 * 480 + 120, 480]);
  expect(samples[loud[0] ?? 0]).toBeCloseTo(0.75);
});

it('waits for what the screen sends late, and keeps the voice’s own time', () => {
  const { heard, mix } = createMix();
  for (let at = 0; at < 100; at++) {
    mix.onVoice(chunk(at * 10, 0.25));
    if (at >= 10) mix.onScreen(chunk((at - 10) * 10, at - 10 >= 50 ? 0.5 : 0));
  }
  expect(heard.map(({ fromMs }) => fromMs)).toEqual(heard.map((_, at) => at * 10));
  expect(samplesOf(heard).findIndex((value) => value > 0.5)).toBe(50 * 480);
});

it('lets the voice through where the screen plays nothing, and takes it up when it does', () => {
  const { heard, mix } = createMix();
  for (let at = 0; at < 600; at++) {
    mix.onVoice(chunk(at * 10, 0.25));
    if (at > 500) mix.onScreen(chunk(at * 10, 0.5));
  }
  expect(heard.length).toBeGreaterThan(580);
  const samples = samplesOf(heard);
  expect(samples.findIndex((value) => value > 0.5)).toBe(501 * 480);
  expect(samples.slice(502 * 480).every((value) => value > 0.5)).toBe(true);
});

it('cuts off what is too loud instead of wrapping round', () => {
  const { heard, mix } = createMix();
  for (let at = 0; at < 50; at++) {
    mix.onScreen(chunk(at * 10, -0.9));
    mix.onVoice(chunk(at * 10, -0.9));
  }
  expect(new Set(samplesOf(heard).slice(480))).toEqual(new Set([-1]));
});
