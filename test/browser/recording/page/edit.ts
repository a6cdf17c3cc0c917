import type { Take } from '../../../../shared/contract/kinds/demo.ts';
import { assemble } from '../../../../shared/recording/edit/assemble.ts';
import { withFfmpeg } from '../../../../shared/recording/ffmpeg/load-ffmpeg.ts';
import type { NewFile } from '../../../../shared/recording/take/segment-output.ts';
import type { Timeline } from '../../../../shared/rules/timeline.ts';
import { makeTake } from './made-take.ts';

const readFile = async (name: string) => (await fetch(`/kept/${name}`)).blob();
const keep = async ({ name, blob }: NewFile) => {
  await fetch(`/kept/${name}`, { method: 'PUT', body: blob });
};
const secondsOf = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const startedMs = performance.now();
  return [await work(), (performance.now() - startedMs) / 1000];
};

/** What the tests in Node do with what lies in the folder. */
const edit = {
  make: (made: Omit<Parameters<typeof makeTake>[0], 'onFile'>) => makeTake({ ...made, onFile: keep }),
  assemble: async (takes: Take[], timeline: Timeline) => {
    const [made, seconds] = await secondsOf(() => assemble({ takes, timeline, clean: null, readFile }));
    for (const file of made.files) await keep(file);
    return { takes: made.takes, files: made.files.map(({ name }) => name), seconds };
  },
  /** Runs ffmpeg.wasm upon one of the files; how long it took once it was loaded. */
  ffmpeg: async (name: string, args: string[]) => {
    const bytes = new Uint8Array(await (await readFile(name)).arrayBuffer());
    const { signal } = new AbortController();
    return withFfmpeg(
      async (ffmpeg) => {
        await ffmpeg.writeFile(name, bytes);
        const [code, seconds] = await secondsOf(() => ffmpeg.exec(args));
        if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
        return seconds;
      },
      { signal },
    );
  },
};

declare global {
  interface Window {
    edit: typeof edit;
  }
}
window.edit = edit;
