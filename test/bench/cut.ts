import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Take, timelineFiles } from '../../shared/contract/kinds/demo.ts';
import { frameNumbers } from '../browser/recording/look-at-frames.ts';
import { type OpenedStudio, openStudio, seconds } from '../browser/recording/studio.ts';
import { median } from './median.ts';

const execute = promisify(execFile);
const rate = 30;
const recordedSeconds = 120;
const [fromSeconds, toSeconds] = [7.3, 110.2];
const runs = 3;

/** A browser's answer may take longer than its protocol waits for one. */
const inPage = async (page: OpenedStudio['page'], call: string): Promise<number> => {
  await page.evaluate(
    `void (${call}).then((value) => { window.answer = value; }, (error) => { window.answer = String(error); })`,
  );
  for (;;) {
    const answer = await page.evaluate('window.answer');
    if (typeof answer === 'number') return answer;
    if (answer !== undefined) throw new Error(String(answer));
    await seconds(0.5);
  }
};

const sum = async (folder: string, names: Iterable<string>): Promise<number> => {
  let bytes = 0;
  for (const name of new Set(names)) bytes += (await stat(join(folder, name))).size;
  return bytes;
};

/** How many frames are not the ones that were to be kept, in their order: each says its own number. */
const countWrong = (numbers: number[]): number => {
  const [first, end] = [Math.ceil(fromSeconds * rate - 0.01), Math.ceil(toSeconds * rate - 0.01)];
  const wrong = numbers.filter((number, at) => number !== first + at).length;
  return wrong + Math.max(0, end - first - numbers.length);
};

const nativeSeconds = async (folder: string): Promise<number> => {
  const range = ['-ss', String(fromSeconds), '-to', String(toSeconds)];
  const args = ['-v', 'error', '-y', ...range, '-i', join(folder, 'source.mp4'), '-c', 'copy'];
  const all: number[] = [];
  for (let at = 0; at < runs; at += 1) {
    const startedMs = performance.now();
    await execute('ffmpeg', [...args, join(folder, 'native.mp4')]);
    all.push((performance.now() - startedMs) / 1000);
  }
  return median(all);
};

/** Two minutes of 720p by the recorder's own encoders, cut at both ends: ours, ffmpeg's copy, ffmpeg.wasm's encoding. */
export const run = async () => {
  const studio = await openStudio();
  const { page, folder } = studio;
  try {
    const made = { index: 0, seconds: recordedSeconds, width: 1280, height: 720 };
    const take: Take = await page.evaluate((wanted) => window.edit.make(wanted), made);
    const piece = { take: 0, fromSeconds, toSeconds };
    const cut = () => page.evaluate((one, kept) => window.edit.assemble([one], [kept]), take, piece);
    const cuts = [await cut(), await cut(), await cut()];
    const [{ takes, files } = { takes: [], files: [] }] = cuts;

    await execute('ffmpeg', [
      '-v',
      'error',
      '-y',
      ...['-allowed_extensions', 'ALL', '-i', await studio.playlist([take])],
      '-c',
      'copy',
      join(folder, 'source.mp4'),
    ]);
    const native = await nativeSeconds(folder);
    const wasmArgs = [
      '-ss',
      String(fromSeconds),
      '-to',
      String(toSeconds),
      '-i',
      'source.mp4',
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-c:a',
      'copy',
      'out.mp4',
    ];
    const wasm = await inPage(page, `window.edit.ffmpeg('source.mp4', ${JSON.stringify(wasmArgs)})`);
    return {
      seconds: median(cuts.map((one) => one.seconds)),
      wasmSeconds: wasm,
      nativeSeconds: native,
      bytesAgainShare: (await sum(folder, files)) / (await sum(folder, timelineFiles(takes))),
      wrongFrames: countWrong(await frameNumbers(await studio.playlist(takes))),
      keptSeconds: toSeconds - fromSeconds,
    };
  } finally {
    await studio.close();
  }
};
