import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** Larger parts (players, encoders) are kept when they are first used, not beforehand. */
const mostBytes = 300_000;
const isLarge = (path: string, content: string | Uint8Array) =>
  content.length > mostBytes || path.includes('ffmpeg-core');
const place = /JSON\.parse\([`'"]__SHELL__[`'"]\)/;

/** Writes the service worker, `code`, with the names of the build's own files in it. */
export const listShell = (code: () => Promise<string>): Plugin => ({
  name: 'list-shell',
  enforce: 'post',
  async generateBundle(_, bundle) {
    const worker = await code();
    if (!place.test(worker)) throw new Error('The service worker has no place for the names of its files.');
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
    this.emitFile({
      type: 'asset',
      // Found again by its name, and it rules over the folder that it lies in.
      fileName: 'service-worker.js',
      source: worker.replace(place, () => JSON.stringify(shell)),
    });
  },
});
