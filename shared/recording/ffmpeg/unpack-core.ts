import createCore from '@ffmpeg/core';

type Instantiated = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

/** Compiled while it arrives and is unpacked; `ffmpeg-core.plugin.ts` packed it. */
const instantiate = async (
  imports: WebAssembly.Imports,
): Promise<WebAssembly.WebAssemblyInstantiatedSource> => {
  const packed = await fetch(new URL('@ffmpeg/core/wasm', import.meta.url));
  if (!packed.ok || !packed.body) throw new Error(`ffmpeg's core: ${packed.status}`);
  const bytes = packed.body.pipeThrough(new DecompressionStream('gzip'));
  const response = new Response(bytes, { headers: { 'Content-Type': 'application/wasm' } });
  return WebAssembly.instantiateStreaming(response, imports);
};

/**
 * What the worker of `@ffmpeg/ffmpeg` imports as its core. A core that cannot be fetched or compiled rejects
 * here; Emscripten by itself would wait for it for ever.
 */
export default (options: object): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const instantiateWasm = (imports: WebAssembly.Imports, onDone: Instantiated) => {
      instantiate(imports).then(({ instance, module }) => onDone(instance, module), reject);
      return {};
    };
    createCore({ ...options, instantiateWasm }).then(resolve, reject);
  });
