import { globSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from '../build/build.ts';
import { extensionDir } from '../build/parts.ts';
import { root } from '../root.ts';
import { task } from '../task.ts';
import { brotliBytes, found, loadedScripts, scriptsOfPage } from './loaded-scripts.ts';

/** Each is loaded when somebody plays, records or signs in, and not before. A text that it alone contains. */
const heavy = {
  'hls.js': 'hlsManifestLoading',
  'media-chrome': 'mediaplayrequest',
  mediabunny: 'EncodedPacket',
  'AAC encoder': 'aac-encoder.worker',
  ffmpeg: 'called FFmpeg.terminate()',
};

type Budget = { name: string; folder: string; entries: string[]; mostBytes: number };

const site = join(root, 'dist', 'site');
/** https://developers.cloudflare.com/workers/platform/limits/#static-assets */
const largestAssetBytes = 25 * 2 ** 20;

/** The page with the screen of an address: its entry and the route that it fetches at once. */
const pageWith = (screen: string): Budget => {
  const entries = scriptsOfPage(site, 'index.html');
  const route = loadedScripts(site, entries).lazy.find((file) => basename(file).startsWith(`${screen}-`));
  if (!route) throw new Error(`The page has no script named ${screen}: its screens are fetched one by one.`);
  return { name: `page, ${screen}`, folder: site, entries: [...entries, route], mostBytes: 90_000 };
};

const budgets = (): Budget[] => [
  {
    name: 'popup',
    folder: extensionDir,
    entries: scriptsOfPage(extensionDir, 'popup.html'),
    mostBytes: 40_000,
  },
  { name: 'background', folder: extensionDir, entries: ['background.js'], mostBytes: 30_000 },
  ...['QueueScreen', 'FeedScreen', 'DemoScreen'].map(pageWith),
];

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);

/** Script that is loaded before anything is asked for, in brotli as it is sent: a table, and what is too much. */
await task(async () => {
  await build((name) => console.log(`Building the ${name} …`));
  const problems: string[] = [];
  const everything = globSync('assets/*.js', { cwd: site });
  const known = found(site, everything, heavy);
  const unknown = Object.keys(heavy).filter((name) => !known.includes(name));
  if (unknown.length) problems.push(`${unknown.join(', ')}: no script has the text by which it is known.`);
  for (const { name, folder, entries, mostBytes } of budgets()) {
    const { eager } = loadedScripts(folder, entries);
    const bytes = brotliBytes(folder, eager);
    console.log(`${name.padEnd(20)}${kilobytes(bytes)}  of ${kilobytes(mostBytes)}`);
    if (bytes > mostBytes) problems.push(`${name} loads ${bytes - mostBytes} bytes too many.`);
    const early = found(folder, eager, heavy);
    if (early.length) problems.push(`${name} loads ${early.join(', ')} before it is used.`);
  }
  for (const file of globSync('**/*.*', { cwd: site })) {
    if (statSync(join(site, file)).size > largestAssetBytes) problems.push(`${file} is over 25 MiB.`);
  }
  if (problems.length) throw new Error(problems.join('\n'));
});
