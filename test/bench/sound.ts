import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Take, timelineFiles } from '../../shared/contract/kinds/demo.ts';
import { loudness, writePlaylist } from '../browser/sound/listen.ts';
import { makeSpeech } from '../browser/sound/make-speech.ts';
import { openSound } from '../browser/sound/open-sound.ts';

const exec = promisify(execFile);

/** The same filters by FFmpeg itself, from the recorded sound to AAC: what this machine could do at best. */
const native = async (sound: string): Promise<number> => {
  const startedMs = performance.now();
  const ffmpeg = (input: string, filters: string, ...to: string[]) =>
    exec('ffmpeg', ['-y', '-hide_banner', '-nostats', '-i', input, '-vn', '-af', filters, ...to]);
  const quieter = 'highpass=f=75,highpass=f=75,afftdn=nr=15:nf=-42,ebur128=framelog=verbose';
  const { stderr } = await ffmpeg(sound, quieter, '-c:a', 'pcm_f32le', `${sound}.wav`);
  const lufs = Number([...stderr.matchAll(/I: +(\S+) LUFS/g)].at(-1)?.[1]);
  const louder = `volume=${-16 - lufs}dB,alimiter=limit=0.75:level=0:latency=1`;
  await ffmpeg(`${sound}.wav`, louder, '-b:a', '96k', `${sound}.m4a`);
  return (performance.now() - startedMs) / 1000;
};

/**
 * Two minutes of somebody who speaks softly in a room with a fan and hum, cleaned in Chromium and put together to
 * be published: how long it takes, what has to be sent for it, and how loud the demo is then.
 */
export const run = async ([length = '120']: string[]) => {
  const { page, folder, close } = await openSound();
  try {
    const film = await makeSpeech(folder, 'speech.mov', { seconds: Number(length) });
    const take = await page.evaluate((name) => window.sound.take(name, 0), film);
    const cleaned = await page.evaluate((one) => window.sound.clean([one]), take);
    if (!('tracks' in cleaned) || !cleaned.tracks) throw new Error(JSON.stringify(cleaned));
    const recorded = await writePlaylist(folder, [take]);
    const lufsBefore = (await loudness(recorded)).lufs;
    const whole = [
      {
        take: 0,
        fromSeconds: 0,
        toSeconds: take.video.segments.reduce((sum, { seconds }) => sum + seconds, 0),
      },
    ];
    const { takes } = await page.evaluate(
      (all, timeline, tracks) => window.sound.assemble(all, timeline, tracks),
      [take],
      whole,
      cleaned.tracks,
    );
    const published = await loudness(await writePlaylist(folder, takes));
    const sent = new Set(timelineFiles([take]));
    const bytesAgain = async (of: (take: Take) => Take) => {
      const names = timelineFiles(takes.map(of)).filter((name) => !sent.has(name));
      const sizes = await Promise.all(
        [...new Set(names)].map(async (name) => (await stat(join(folder, name))).size),
      );
      return sizes.reduce((sum, size) => sum + size, 0);
    };
    const videoBytesAgain = await bytesAgain(({ video }) => ({ video }));
    return {
      seconds: Number(cleaned.seconds.toFixed(2)),
      nativeSeconds: Number((await native(join(folder, film))).toFixed(2)),
      lufsBefore,
      lufsAfter: published.lufs,
      peakDbAfter: published.peakDb,
      videoBytesAgain,
      soundBytes: (await bytesAgain((one) => one)) - videoBytesAgain,
    };
  } finally {
    await close();
  }
};
