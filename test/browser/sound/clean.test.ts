import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Take, Track } from '../../../shared/contract/kinds/demo.ts';
import { findSilence } from '../../../shared/recording/sound/find-silence.ts';
import { joinTrack, laterBy, level, listen, loudness } from './listen.ts';
import { makeFilm, makeSpeech } from './make-speech.ts';
import { openSound } from './open-sound.ts';

let sound: Awaited<ReturnType<typeof openSound>>;
beforeAll(async () => {
  sound = await openSound();
});
afterAll(() => sound?.close());

const takeOf = (film: string, index = 0): Promise<Take> =>
  sound.page.evaluate((name, at) => window.sound.take(name, at), film, index);
const speech = async (seconds: number, voiceDb?: number, index = 0): Promise<Take> =>
  takeOf(
    await makeSpeech(sound.folder, `speech-${index}.mov`, { seconds, ...(voiceDb && { voiceDb }) }),
    index,
  );
const clean = async (...takes: Take[]) => {
  const made = await sound.page.evaluate((all) => window.sound.clean(all), takes);
  if (!('tracks' in made) || !made.tracks) throw new Error(JSON.stringify(made));
  return made;
};
const soundOf = ({ audio }: Take): Track => {
  if (!audio) throw new Error('the take has no sound');
  return audio;
};
const whole = (track: Track | null | undefined) => {
  if (!track) throw new Error('nothing was cleaned');
  return joinTrack(sound.folder, track);
};

it('brings speech to −16 LUFS and under −1 dBTP, with less of the room between the words', async () => {
  const take = await speech(20);
  const { tracks, names, shares } = await clean(take);
  const [before, after] = [await whole(take.audio), await whole(tracks[0])];
  expect((await loudness(before)).lufs).toBeLessThan(-25);
  const { lufs, peakDb } = await loudness(after);
  expect(Math.abs(lufs + 16)).toBeLessThan(1);
  expect(peakDb).toBeLessThanOrEqual(-1);
  expect(names.slice(0, 2)).toEqual([
    expect.stringMatching(/^t0-c-[0-9a-f]{8}-init\.mp4$/),
    expect.stringMatching(/^t0-c-[0-9a-f]{8}-0001\.m4s$/),
  ]);
  expect(shares.toSorted((one, other) => one - other)).toEqual(shares);
  expect(shares.length).toBeGreaterThan(10);
});

it('leaves every word in its place to the millisecond, and the sound as long as it was', async () => {
  const take = await speech(30);
  const { tracks } = await clean(take);
  expect(tracks[0]?.segments.map(({ seconds }) => seconds)).toEqual(
    soundOf(take).segments.map(({ seconds }) => seconds),
  );
  const [before, after] = [await listen(await whole(take.audio)), await listen(await whole(tracks[0]))];
  expect(after.length).toBe(before.length);
  for (const at of [2, 11, 28]) expect(Math.abs(laterBy(before, after, at))).toBeLessThan(24);
});

it('takes the noise of the room away, and not the voice', async () => {
  const noise = 'anoisesrc=color=pink:amplitude=0.02:seed=7:r=48000';
  const tones = "aevalsrc='0.2*sin(2*PI*600*t)*lt(mod(t,2),1)':s=48000";
  const source = `${noise}[n];${tones}[t];[n][t]amix=inputs=2:normalize=0`;
  const take = await takeOf(await makeFilm(sound.folder, 'room.mov', source, 12));
  const { tracks } = await clean(take);
  const [before, after] = [await listen(await whole(take.audio)), await listen(await whole(tracks[0]))];
  const over = (samples: Float32Array) => level(samples, 4.1, 4.9) - level(samples, 5.3, 5.9);
  expect(over(after) - over(before)).toBeGreaterThan(6);
});

it('makes a soft take and a loud one equally loud', async () => {
  const takes = [await speech(12, -24, 0), await speech(12, -2, 1)];
  const { tracks } = await clean(...takes);
  for (const track of tracks) {
    const { lufs, peakDb } = await loudness(await whole(track));
    expect(Math.abs(lufs + 16)).toBeLessThan(1);
    expect(peakDb).toBeLessThanOrEqual(-1);
  }
});

it('leaves a take alone in which nobody is heard', async () => {
  const film = await makeFilm(sound.folder, 'still.mov', 'anoisesrc=amplitude=0.0005:r=48000', 4);
  const none = await makeFilm(sound.folder, 'none.mov', 'anullsrc=r=48000:cl=mono', 4);
  expect(await clean(await takeOf(film), await takeOf(none, 1))).toMatchObject({
    tracks: [null, null],
    names: [],
  });
});

it.each([0.05, 0.4, 0.9])(
  'cancelled at %f it hands out nothing, and works when it is asked again',
  async (share) => {
    const take = await speech(12);
    const before = await readdir(sound.folder);
    const cancelled = await sound.page.evaluate(
      (one, abortAt) => window.sound.clean([one], abortAt),
      take,
      share,
    );
    expect(cancelled).toMatchObject({ failed: 'AbortError' });
    // Nothing went on behind it.
    expect(cancelled.shares.filter((reached) => reached >= share)).toHaveLength(1);
    expect(await readdir(sound.folder)).toEqual(before);
    expect((await clean(take)).tracks[0]).toMatchObject({ codec: 'mp4a.40.2', timescale: 48_000 });
  },
);

it('a cut takes what was said out of the clean sound too', async () => {
  const beeps = [1, 3, 5].map((at) => `between(t,${at},${at + 0.3})*sin(2*PI*900*t)`).join('+');
  const film = await makeFilm(sound.folder, 'beeps.mov', `aevalsrc='0.3*(${beeps})':s=48000`, 7);
  const take = await takeOf(film);
  const { tracks } = await clean(take);
  const timeline = [
    { take: 0, fromSeconds: 0, toSeconds: 2.5 },
    { take: 0, fromSeconds: 3.8, toSeconds: 7 },
  ];
  const { takes } = await sound.page.evaluate(
    (all, edited, cleaned) => window.sound.assemble(all, edited, cleaned),
    [take],
    timeline,
    tracks,
  );
  const raw = new Set(soundOf(take).segments.map(({ name }) => name));
  const heard = await Promise.all(takes.map(async ({ audio }) => listen(await whole(audio))));
  const names = takes.flatMap((one) => soundOf(one).segments.map(({ name }) => name));
  expect(names.filter((name) => raw.has(name))).toEqual([]);
  expect(names.some((name) => name.startsWith('t0-c-'))).toBe(true);
  const beepsIn = (samples: Float32Array) =>
    Array.from({ length: Math.floor(samples.length / 4_800) }, (_, at) =>
      level(samples, at / 10, (at + 1) / 10),
    )
      .map((loud) => loud > -35)
      .filter((isLoud, at, all) => isLoud && !all[at - 1]).length;
  expect(heard.map(beepsIn)).toEqual([1, 1]);
});

it('draws a waveform in which words and the silence at both ends are found', async () => {
  const words = '0.4*sin(2*PI*300*t)*between(t,2,5)*lt(mod(t,0.25),0.2)';
  const take = await takeOf(await makeFilm(sound.folder, 'words.mov', `aevalsrc='${words}':s=48000`, 8));
  const peaks = await sound.page.evaluate((track) => window.sound.waveform(track, 50), soundOf(take));
  expect(Math.abs(peaks.length / 50 - 8)).toBeLessThan(0.1);
  expect(Math.max(...peaks)).toBeCloseTo(0.4, 1);
  const [before, after] = findSilence(Float32Array.from(peaks), 50);
  expect(before?.fromSeconds).toBe(0);
  expect(before?.toSeconds).toBeCloseTo(1.7, 1);
  expect(after?.fromSeconds).toBeCloseTo(5.3, 1);
});
