import { execFile } from 'node:child_process';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { timelineFiles } from '../../shared/contract/kinds/demo.ts';
import { openStudio, seconds } from '../browser/recording/studio.ts';
import { code, makePerson, person, readFrames } from './person.ts';

const exec = promisify(execFile);
const maxBuffer = 512 * 1024 * 1024;
/** Every so many pictures one is compared: prime, so that key frames are met as often as they are. */
const compareEvery = 31;

/** The number in the corner of each picture of a video, in the order of play. */
const readNumbers = async (video: string): Promise<number[]> => {
  const { bits, side } = code;
  const filter = `crop=${bits * side}:${side}:0:0,scale=${bits}:1:flags=area,format=gray`;
  const args = ['-v', 'error', '-allowed_extensions', 'ALL', '-i', video];
  const { stdout } = await exec(
    'ffmpeg',
    [...args, '-vf', filter, '-fps_mode', 'passthrough', '-f', 'rawvideo', '-'],
    {
      maxBuffer,
      encoding: 'buffer',
    },
  );
  return Array.from({ length: stdout.length / bits }, (_, at) =>
    stdout
      .subarray(at * bits, (at + 1) * bits)
      .reduce((sum, grey, bit) => sum + (grey > 128 ? 2 ** bit : 0), 0),
  );
};

/** Structural similarity (Wang et al. 2004, as ffmpeg measures it) of what was recorded and what the camera showed. */
const similarity = async (folder: string, video: string, source: string): Promise<number> => {
  const numbers = await readNumbers(video);
  const compared = numbers.flatMap((_, at) => (at % compareEvery === 0 ? [at] : []));
  const [shown, recorded] = [join(folder, 'shown.yuv'), join(folder, 'recorded.yuv')];
  const wanted = compared.map((at) => numbers[at] ?? 0);
  await writeFile(shown, Buffer.concat(await readFrames(source, wanted)));
  const select = `select='not(mod(n,${compareEvery}))'`;
  const raw = ['-f', 'rawvideo', '-pix_fmt', 'yuv420p'];
  const input = ['-v', 'error', '-allowed_extensions', 'ALL', '-i', video];
  await exec('ffmpeg', ['-y', ...input, '-vf', select, '-fps_mode', 'passthrough', ...raw, recorded]);
  const size = ['-s', `${person.width}x${person.height}`];
  const both = [...raw, ...size, '-i', recorded, ...raw, ...size, '-i', shown];
  const { stderr } = await exec('ffmpeg', [...both, '-lavfi', 'ssim', '-f', 'null', '-'], { maxBuffer });
  return Number(/All:([\d.]+)/.exec(stderr)?.[1]);
};

/**
 * A two-minute camera demo at default settings, recorded in real time through the fake camera: its bytes, sound
 * and picture, and how like the source it is. The source is drawn, not filmed (`person.ts`): see there.
 */
export const run = async ([length = '120']: string[]) => {
  const camera = await makePerson();
  const studio = await openStudio({ camera });
  try {
    await studio.page.evaluate(() => window.studio.open());
    await seconds(2);
    await studio.page.evaluate((limit) => window.studio.start(limit), Number(length));
    const outcome = await studio.page.evaluate(() => window.studio.finished());
    if (!outcome || !('take' in outcome)) throw new Error(JSON.stringify(outcome));
    await studio.playlist([outcome.take]);
    const files = new Set(timelineFiles([outcome.take]));
    let bytes = 0;
    for (const name of await readdir(studio.folder)) {
      if (files.has(name)) bytes += (await stat(join(studio.folder, name))).size;
    }
    const ssim = await similarity(studio.folder, join(studio.folder, 'video.m3u8'), camera.video);
    return { seconds: Number(length), bytes, ssim, codec: outcome.take.video.codec };
  } finally {
    await studio.close();
  }
};
