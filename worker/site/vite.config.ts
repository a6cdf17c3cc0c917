import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { ffmpegCore } from '../../shared/recording/ffmpeg/ffmpeg-core.plugin.ts';
import { aacWorker } from '../../shared/recording/take/aac-worker.plugin.ts';
import { listShell } from './list-shell.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('.'),
  plugins: [preact({ devToolsEnabled: false }), aacWorker(), ffmpegCore(), listShell()],
  resolve: {
    // Dexie's own entry point wraps a CommonJS build twice this size.
    alias: { dexie: at('../../node_modules/dexie/dist/modern/dexie.min.mjs') },
  },
  build: {
    outDir: at('../../dist/site'),
    emptyOutDir: true,
    // The first of each with light-dark(), popover and Array.prototype.toSorted.
    target: ['chrome123', 'edge123', 'firefox125', 'safari17.5'],
    sourcemap: false,
    // Nothing inline: the policy allows script and style from this origin's files alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: at('index.html'), 'service-worker': at('service-worker.ts') },
      output: {
        // A service worker is found again by its name, and rules over the folder it lies in.
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
