import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Said over and over, where ffmpeg can speak (Debian's is built with flite). */
const words = `Last week I tried something new with my seventh graders. Instead of asking who knows the answer,
I gave everyone thirty seconds to write, and then thirty more to tell a partner. At first it felt slow. By the
third day nearly every hand went up. Next time I would shorten the writing, and give the pairs a sentence to start
with. Try it for one lesson, and tell me what you saw.`;

/** Elsewhere: a buzz of 130 Hz through two formants, in syllables and sentences. */
const buzz = `aevalsrc='(mod(t*130,1)-0.5)*pow(max(0,sin(2*PI*2.1*t)),0.5)*between(mod(t,5),0.4,4.2)*0.8':s=48000,equalizer=f=700:t=q:w=2:g=12,equalizer=f=1500:t=q:w=3:g=9,lowpass=f=4000`;

const canSpeak = async (): Promise<boolean> =>
  (await run('ffmpeg', ['-v', 'error', '-filters'])).stdout.includes(' flite ');

/** A voice by itself: raw samples, one channel, 32-bit floats at 48 kHz. */
const makeVoice = async (folder: string): Promise<string> => {
  const file = join(folder, 'voice.f32');
  const text = join(folder, 'words.txt');
  await writeFile(text, words);
  const source = (await canSpeak()) ? `flite=textfile=${text}:voice=slt` : `${buzz},atrim=end=25`;
  await run('ffmpeg', ['-y', '-v', 'error', '-f', 'lavfi', '-i', source, ...rawSound, file]);
  return file;
};

export const rawSound = ['-f', 'f32le', '-ar', '48000', '-ac', '1'];

/** A film of a counter, with the sound of a lavfi graph; `voice` is its first input. */
const film = async (
  folder: string,
  name: string,
  graph: string,
  voice: readonly string[],
  seconds: number,
) => {
  const picture = ['-f', 'lavfi', '-i', 'testsrc=size=320x180:rate=10'];
  const maps = ['-filter_complex', graph, '-map', '[sound]', '-map', `${voice.length > 0 ? 1 : 0}:v`];
  const codecs = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'pcm_s16le'];
  const to = ['-ar', '48000', '-ac', '1', '-t', String(seconds), join(folder, name)];
  await run('ffmpeg', ['-y', '-v', 'error', ...voice, ...picture, ...maps, ...codecs, ...to]);
  return name;
};

const fan = 'anoisesrc=color=pink:amplitude=0.02:seed=7:r=48000[fan]';
const hum = 'sine=f=50:r=48000,volume=0.05[hum]';

/** A video (.mov) of somebody who speaks softly in a room with a fan and mains hum. */
export const makeSpeech = async (
  folder: string,
  name: string,
  { seconds, voiceDb = -14 }: { seconds: number; voiceDb?: number },
): Promise<string> => {
  const voice = ['-stream_loop', '-1', ...rawSound, '-i', await makeVoice(folder)];
  const mix = `[0]volume=${voiceDb}dB[voice];${fan};${hum};[voice][fan][hum]amix=inputs=3:normalize=0[sound]`;
  return film(folder, name, mix, voice, seconds);
};

/** A video with any sound: a lavfi source. */
export const makeFilm = (folder: string, name: string, source: string, seconds: number): Promise<string> =>
  film(folder, name, `${source}[sound]`, [], seconds);
