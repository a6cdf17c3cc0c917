import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { ffmpegCore } from './shared/recording/ffmpeg/ffmpeg-core.plugin.ts';
import { aacWorker } from './shared/recording/take/aac-worker.plugin.ts';

/**
 * What our own pages may do. The connection's origin is only known to the teacher, so requests may go to any
 * https origin; our code asks the connected one alone, and for http only on this machine.
 */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob: https: http://localhost:* http://127.0.0.1:*",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  manifestVersion: 3,
  imports: false,
  manifest: {
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    minimum_chrome_version: '127',
    // Not one of these draws a warning when it is installed, and no host is asked for.
    permissions: [
      'activeTab',
      'alarms',
      'contextMenus',
      'offscreen',
      'scripting',
      'sidePanel',
      'storage',
      'unlimitedStorage',
    ],
    content_security_policy: { extension_pages: pagePolicy },
    icons: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' },
  },
  vite: () => ({
    plugins: [preact(), aacWorker(), ffmpegCore()],
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' }] },
    build: { target: 'chrome127' },
  }),
});
