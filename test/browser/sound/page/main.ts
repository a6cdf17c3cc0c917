import type { Take, Track } from '../../../../shared/contract/kinds/demo.ts';
import { bringFootage } from '../../../../shared/recording/bring/bring-footage.ts';
import { openFootage } from '../../../../shared/recording/bring/open-footage.ts';
import { assemble } from '../../../../shared/recording/edit/assemble.ts';
import { cleanSound } from '../../../../shared/recording/sound/clean-sound.ts';
import { readWaveform } from '../../../../shared/recording/sound/read-waveform.ts';
import type { NewFile } from '../../../../shared/recording/take/segment-output.ts';
import type { Timeline } from '../../../../shared/rules/timeline.ts';

const readFile = async (name: string) => (await fetch(`/kept/${name}`)).blob();
const keep = async (files: readonly NewFile[]) => {
  for (const { name, blob } of files) await fetch(`/kept/${name}`, { method: 'PUT', body: blob });
};
const { signal } = new AbortController();

/** What the tests in Node do with the sound of what lies in the folder. */
const sound = {
  /** A video file as a take, by the recorder's own encoders. */
  take: async (name: string, index: number): Promise<Take> => {
    const footage = await openFootage(await readFile(name), { signal });
    const { take } = await bringFootage(footage, {
      index,
      size: null,
      onFile: (file) => keep([file]),
      onTake: async () => undefined,
      onProgress: () => undefined,
      signal,
    });
    footage.close();
    return take;
  },
  /** `abortAt`: the share at which somebody cancels. */
  clean: async (takes: Take[], abortAt = Infinity) => {
    const cancelling = new AbortController();
    const startedMs = performance.now();
    const shares: number[] = [];
    const onProgress = (share: number) => {
      shares.push(share);
      if (share >= abortAt) cancelling.abort();
    };
    try {
      const made = await cleanSound({ takes, readFile }, { onProgress, signal: cancelling.signal });
      const seconds = (performance.now() - startedMs) / 1000;
      await keep(made.files);
      return { tracks: made.tracks, names: made.files.map(({ name }) => name), seconds, shares };
    } catch (error) {
      return { failed: error instanceof Error ? error.name : String(error), shares };
    }
  },
  assemble: async (takes: Take[], timeline: Timeline, clean: (Track | null)[]) => {
    const made = await assemble({ takes, timeline, clean, readFile });
    await keep(made.files);
    return { takes: made.takes, names: made.files.map(({ name }) => name) };
  },
  waveform: async (track: Track, perSecond: number) => [
    ...(await readWaveform(track, readFile, { perSecond, signal })),
  ],
};

declare global {
  interface Window {
    sound: typeof sound;
  }
}
window.sound = sound;
