import { expect, it } from 'vitest';
import { createResampler } from '../../../shared/recording/capture/resample.ts';

const tone = (hertz: number, rate: number, seconds: number) =>
  Float32Array.from({ length: rate * seconds }, (_, at) => Math.sin((2 * Math.PI * hertz * at) / rate));

/** In chunks of 10 ms, as a microphone gives it. */
const resampled = (samples: Float32Array<ArrayBuffer>, from: number, to: number) => {
  const resample = createResampler(from, to);
  const out: number[] = [];
  for (let at = 0; at < samples.length; at += from / 100)
    out.push(...resample(samples.slice(at, at + from / 100)));
  return out;
};

it.each([8_000, 16_000, 44_100, 96_000])('makes 48 kHz of %d without a seam between chunks', (from) => {
  const out = resampled(tone(440, from, 1), from, 48_000);
  expect(Math.abs(out.length - 48_000)).toBeLessThan(150);
  const best = tone(440, 48_000, 1);
  // Late by less than two milliseconds: the shift that fits best, and how far it is off there.
  const off = (shift: number) =>
    out
      .slice(2_000, 40_000)
      .reduce((most, value, at) => Math.max(most, Math.abs(value - (best[at + 2_000 - shift] ?? 0))), 0);
  const least = Math.min(...Array.from({ length: 200 }, (_, at) => off(at - 100)));
  expect(least).toBeLessThan(0.05);
});

it('takes out what the lower rate cannot hold', () => {
  const out = resampled(tone(30_000, 96_000, 0.5), 96_000, 48_000).slice(1_000, -1_000);
  expect(Math.max(...out)).toBeLessThan(0.01);
});

it('hands sound of the right rate on as it is', () => {
  const samples = tone(440, 48_000, 0.1);
  expect(createResampler(48_000, 48_000)(samples)).toBe(samples);
});
