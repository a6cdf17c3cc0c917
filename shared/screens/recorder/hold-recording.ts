import type { Id } from '../../contract/ids.ts';
import { lockOf } from '../recording/keep-recording.ts';

/** Resolves, with the way to let go, once no other tab works on the recording. */
export const holdRecording = async (record: Id): Promise<() => void> => {
  const held = Promise.withResolvers<void>();
  await new Promise<void>((resolve, reject) => {
    const holding = () => {
      resolve();
      return held.promise;
    };
    navigator.locks.request(lockOf(record), holding).catch(reject);
  });
  return held.resolve;
};

/** A phone that nobody touches for two minutes would lock itself, and the camera with it. */
export const keepAwake = async (): Promise<() => void> => {
  const lock = await navigator.wakeLock?.request('screen').catch(console.info);
  return () => void lock?.release();
};
