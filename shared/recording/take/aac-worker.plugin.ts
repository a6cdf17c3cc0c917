import type { Plugin } from 'vite';

const inlined = /return inlineWorker\((`(?:[^`\\]|\\[\s\S])*`)\);/;

/**
 * `@mediabunny/aac-encoder` starts its worker from a `blob:` address, which our Content-Security-Policy and
 * every MV3 extension's forbid. This makes a file of our own of the same text and starts that. Runs in Vite,
 * for the page and for the extension; without it the recorder cannot start where the browser has no AAC.
 */
export const aacWorker = (): Plugin => ({
  name: 'chalkloop:aac-worker',
  apply: 'build',
  transform(code, id) {
    if (!id.includes('@mediabunny/aac-encoder')) return null;
    const literal = inlined.exec(code)?.[1];
    if (!literal) throw new Error('@mediabunny/aac-encoder does not hold its worker as it did');
    // The text is a template literal without expressions: evaluating it takes its escapes away.
    const source: string = new Function(`return ${literal}`)();
    const file = this.emitFile({ type: 'asset', name: 'aac-encoder.worker.js', source });
    return {
      code: code.replace(inlined, () => `return new Worker(import.meta.ROLLUP_FILE_URL_${file});`),
      map: null,
    };
  },
});
