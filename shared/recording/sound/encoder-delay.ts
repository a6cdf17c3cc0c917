import { soundRate } from '../capture/hear-track.ts';
import { encodeSound } from './encode-sound.ts';
import { readSound } from './read-sound.ts';

/** More than any AAC encoder is late by: Apple's has 2112 samples. */
const delayMost = 4_096;
/** A tone that rises from 300 to 3,300 Hz: it is like itself at one place only. */
const tone = Float32Array.from({ length: 2_048 }, (_, at) => {
  const seconds = at / soundRate;
  return 0.5 * Math.sin(2 * Math.PI * (300 * seconds + 35_200 * seconds * seconds));
});

/** A plain loop: it runs while a recording begins, four thousand times. */
const likeness = (heard: Float32Array, from: number): number => {
  let sum = 0;
  for (let at = 0; at < tone.length; at++) sum += (tone[at] ?? 0) * (heard[from + at] ?? 0);
  return sum;
};

const measure = async (): Promise<number> => {
  const { signal } = new AbortController();
  const before = soundRate / 4;
  const sound = new Float32Array(soundRate);
  sound.set(tone, before);
  const { track, files } = await encodeSound(sound, 'tone', { signal });
  const readFile = async (name: string) => files.find((file) => file.name === name)?.blob ?? new Blob();
  const heard = new Float32Array(2 * soundRate);
  for await (const { atSeconds, mono } of readSound(track, readFile, { signal })) {
    heard.set(mono, Math.round(atSeconds * soundRate));
  }
  const delays = Array.from({ length: delayMost }, (_, delay) => likeness(heard, before + delay));
  return delays.indexOf(Math.max(...delays));
};

let measured: Promise<number> | undefined;

/**
 * By how many samples this browser's encoder and decoder together are late: 1024 with FFmpeg's, which nothing in
 * the files says. Measured once, since every system has another one. Needs `prepareEncoders` first.
 */
export const encoderDelay = (): Promise<number> => {
  measured ??= measure().catch((error: unknown) => {
    measured = undefined;
    throw error;
  });
  return measured;
};
