import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findChromium } from '../find-chromium.ts';
import { mustRun } from '../run.ts';

const isOnPath = (name: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

const missingPackages = (): string[] => [
  ...(findChromium() ? [] : ['chromium']),
  ...(isOnPath('firefox-esr') || isOnPath('firefox') ? [] : ['firefox-esr']),
  ...(isOnPath('ffmpeg') && isOnPath('ffprobe') ? [] : ['ffmpeg']),
];

/** The browsers, and ffmpeg that looks into what they recorded: Debian's where we may install, else a sentence. */
export const installPrograms = async (): Promise<void> => {
  const missing = missingPackages();
  if (missing.length === 0) return;
  const wanted = missing.join(' ');
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) {
    throw new Error(
      `The browser tests need ${missing.join(' and ')}: install it (Debian: sudo apt-get install ${wanted}) and run the tests again.`,
    );
  }
  console.log(`Installing ${wanted} …`);
  const quietly = { DEBIAN_FRONTEND: 'noninteractive' };
  const failure = `${wanted} could not be installed:`;
  await mustRun(failure, 'apt-get', ['update', '-q'], quietly);
  await mustRun(failure, 'apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing], quietly);
};
