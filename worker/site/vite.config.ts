import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { ffmpegCore } from '../../shared/recording/ffmpeg/ffmpeg-core.plugin.ts';
import { aacWorker } from '../../shared/recording/take/aac-worker.plugin.ts';
import { bundleServiceWorker } from './bundle-service-worker.ts';
import { listShell } from './list-shell.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Dexie's own entry point wraps a CommonJS build twice this size.
const alias = { dexie: at('../../node_modules/dexie/dist/modern/dexie.min.mjs') };
// The first of each with light-dark(), popover and Array.prototype.toSorted.
const target = ['chrome123', 'edge123', 'firefox125', 'safari17.5'];
const serviceWorker = () => bundleServiceWorker({ entry: at('service-worker.ts'), alias, target });

export default defineConfig({
  root: at('.'),
  plugins: [preact({ devToolsEnabled: false }), aacWorker(), ffmpegCore(), listShell(serviceWorker)],
  resolve: { alias },
  build: {
    outDir: at('../../dist/site'),
    emptyOutDir: true,
    target,
    sourcemap: false,
    // Nothing inline: the policy allows script and style from this origin's files alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: at('index.html') },
      output: { entryFileNames: 'assets/[name]-[hash].js' },
    },
  },
});
