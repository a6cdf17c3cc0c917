import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** Larger parts (players, encoders) are kept when they are first used, not beforehand. */
const mostBytes = 300_000;
const isLarge = (path: string, content: string | Uint8Array) =>
  content.length > mostBytes || path.includes('ffmpeg-core');
const place = /JSON\.parse\([`'"]__SHELL__[`'"]\)/;

/** Writes the names of the build's own files into the service worker. */
export const listShell = (): Plugin => ({
  name: 'list-shell',
  enforce: 'post',
  generateBundle(_, bundle) {
    const worker = bundle['service-worker.js'];
    if (worker?.type !== 'chunk' || !place.test(worker.code)) {
      throw new Error('The service worker has no place for the names of its files.');
    }
    const parts = Object.values(bundle).map((part) => ({
      path: `/${part.fileName}`,
      content: part.type === 'chunk' ? part.code : part.source,
    }));
    const files = parts
      .filter(({ path, content }) => path.startsWith('/assets/') && !isLarge(path, content))
      .map(({ path }) => path)
      .toSorted();
    const page = parts.find(({ path }) => path === '/index.html')?.content ?? '';
    const digest = createHash('sha256').update(files.join()).update(page).digest('hex');
    const shell = { name: `shell-${digest.slice(0, 16)}`, files: ['/', '/icon.svg', '/theme.js', ...files] };
    worker.code = worker.code.replace(place, JSON.stringify(shell));
  },
});
