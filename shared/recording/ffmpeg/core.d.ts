/** The package brings no types: an Emscripten module factory, told how to get its WebAssembly. */
declare module '@ffmpeg/core' {
  export default function createCore(options: {
    instantiateWasm: (
      imports: WebAssembly.Imports,
      onDone: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ) => object;
  }): Promise<unknown>;
}
