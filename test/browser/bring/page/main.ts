import { bringFootage } from '../../../../shared/recording/bring/bring-footage.ts';
import { openFootage } from '../../../../shared/recording/bring/open-footage.ts';
import { RecordingError } from '../../../../shared/recording/recording-error.ts';

const send = (name: string, body: Blob) => fetch(`/kept/${name}`, { method: 'PUT', body });

/** What the tests in Node do with a file in the browser. */
const desk = {
  /** Fetches a file that the test made, and makes a take of it; its code where it is refused. */
  bring: async (name: string, abortAfterMs = Infinity) => {
    const stopping = new AbortController();
    const { signal } = stopping;
    const shares: number[] = [];
    let files = 0;
    try {
      const file = await (await fetch(`/kept/${name}`)).blob();
      if (abortAfterMs < Infinity) setTimeout(() => stopping.abort('called off'), abortAfterMs);
      const startMs = performance.now();
      const footage = await openFootage(file, { signal });
      const openedMs = performance.now() - startMs;
      const brought = await bringFootage(footage, {
        index: 0,
        size: null,
        onFile: async ({ name: own, blob }) => {
          files += 1;
          await send(own, blob);
        },
        onTake: async () => undefined,
        onProgress: ({ share }) => shares.push(share),
        signal,
      });
      footage.close();
      const seconds = (performance.now() - startMs) / 1000;
      return { ...brought, seconds, openedSeconds: openedMs / 1000, shares, ofSeconds: footage.seconds };
    } catch (error) {
      if (error instanceof RecordingError) {
        if (error.cause) console.info(String(error.cause));
        return { failed: error.code, files };
      }
      return { failed: String(error), files };
    }
  },
};

export type DeskCode = typeof desk;
declare global {
  interface Window {
    desk: DeskCode;
  }
}
window.desk = desk;
