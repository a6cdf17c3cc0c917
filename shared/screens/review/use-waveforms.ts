import { useEffect, useState } from 'preact/hooks';
import { readWaveform } from '../../recording/sound/read-waveform.ts';
import type { Footage } from './use-footage.ts';

/** Fine enough for a dot each where a second is as wide as a finger. */
export const peaksPerSecond = 100;

/** By the take's index: the loudest of each hundredth of a second, 0 to 1; absent until it was read. */
export type Waveforms = readonly (Float32Array | undefined)[];

/** What is heard, one take after another: nothing waits for it. */
export const useWaveforms = ({ heard, readFile }: Footage): Waveforms => {
  const [peaks, setPeaks] = useState<Waveforms>([]);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    setPeaks([]);
    const read = async (): Promise<void> => {
      for (const [index, { audio }] of heard.entries()) {
        if (!audio) continue;
        const found = await readWaveform(audio, readFile, { perSecond: peaksPerSecond, signal });
        setPeaks((before) => Object.assign([...before], { [index]: found }));
      }
    };
    // A timeline without it is still one to cut on.
    read().catch((error: unknown) => signal.aborted || console.info(error));
    return () => leaving.abort();
  }, [heard, readFile]);
  return peaks;
};
