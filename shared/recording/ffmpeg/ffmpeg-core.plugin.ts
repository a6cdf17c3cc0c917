import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const coreFile = fileURLToPath(new URL('unpack-core.ts', import.meta.url));
const wasmFile = fileURLToPath(import.meta.resolve('@ffmpeg/core/wasm'));
const coreAddress = "new URL('./unpack-core.ts', import.meta.url)";
const wasmAddress = "new URL('@ffmpeg/core/wasm', import.meta.url)";
/** Emscripten's own, never asked for. Vite would put a second copy, unpacked, beside ours. */
const unpackedAddress = /new URL\("ffmpeg-core\.wasm", *import\.meta\.url\)\.href/;

/**
 * Makes two files beside the page's or the extension's own: ffmpeg's core as a module that a worker imports,
 * and its 32 MB of WebAssembly packed to 10, because a static asset of a Worker may have 25 MiB
 * (https://developers.cloudflare.com/workers/platform/limits/#static-assets). Runs in Vite, for both.
 */
export const ffmpegCore = (): Plugin => ({
  name: 'chalkloop:ffmpeg-core',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (code.includes(coreAddress) && id.includes('/recording/ffmpeg/')) {
      const file = this.emitFile({
        type: 'chunk',
        id: coreFile,
        name: 'ffmpeg-core',
        preserveSignature: 'strict',
      });
      return { code: code.replace(coreAddress, `import.meta.ROLLUP_FILE_URL_${file}`), map: null };
    }
    if (code.includes(wasmAddress) && id === coreFile) {
      const source = gzipSync(readFileSync(wasmFile), { level: 9 });
      const file = this.emitFile({ type: 'asset', name: 'ffmpeg-core.wasm.gz', source });
      return { code: code.replace(wasmAddress, `import.meta.ROLLUP_FILE_URL_${file}`), map: null };
    }
    if (!id.includes('/@ffmpeg/core/')) return null;
    if (!unpackedAddress.test(code)) throw new Error('@ffmpeg/core does not name its WebAssembly as it did');
    return { code: code.replace(unpackedAddress, "''"), map: null };
  },
});
