import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'puppeteer-core';
import type { Take, Track } from '../../../shared/contract/kinds/demo.ts';
import { launchChromium } from '../harness/browsers.ts';
import { startCodePage } from '../harness/code-page.ts';
import type { DeskCode } from './page/main.ts';

/** The import's code on a page of its own, in a browser; `folder` is where its files come from and go to. */
export const openDesk = async (launch: () => Promise<Browser> = launchChromium) => {
  const served = await startCodePage('desk', join(import.meta.dirname, 'page'));
  const browser = await launch();
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(served.url);
  /** A rendition as one file: its init segment and what follows it. */
  const whole = async (name: string, { init, segments }: Track): Promise<string> => {
    const names = [init, ...segments.map((segment) => segment.name)];
    const file = join(served.folder, name);
    await writeFile(
      file,
      Buffer.concat(await Promise.all(names.map((one) => readFile(join(served.folder, one))))),
    );
    return file;
  };
  return {
    page,
    folder: served.folder,
    bring: (name: string, abortAfterMs?: number): ReturnType<DeskCode['bring']> =>
      page.evaluate((file, ms) => window.desk.bring(file, ms), name, abortAfterMs),
    /** The take as one file, its packets as they are. */
    file: async ({ video, audio }: Take): Promise<string> => {
      if (!audio) throw new Error('a take has sound');
      const [picture, sound] = [await whole('picture.mp4', video), await whole('sound.mp4', audio)];
      const file = join(served.folder, 'take.mp4');
      await promisify(execFile)('ffmpeg', [
        ...['-y', '-v', 'error', '-i', picture, '-i', sound, '-c', 'copy', file],
      ]);
      return file;
    },
    close: async () => {
      await browser.close();
      await served.stop();
    },
  };
};
export type Desk = Awaited<ReturnType<typeof openDesk>>;
