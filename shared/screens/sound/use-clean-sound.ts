import { useEffect } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { announce } from '../../ui/announce.ts';
import { useApp } from '../app-context.ts';
import { readKept } from '../recording/keep-recording.ts';
import type { OpenRecording } from '../recording/read-recording.ts';
import { useAction } from '../use-action.ts';
import { useProgress } from '../use-progress.ts';
import { keepClean, switchSound } from './keep-clean.ts';

/** One switch over the sound of a recording. A take that is added while it is on is cleaned too. */
export const useCleanSound = ({ record, space, takes, cleaned, clean }: OpenRecording) => {
  const { db } = useApp();
  const progress = useProgress();
  const left = takes.slice(cleaned.length);
  const cleaning = useAction(() =>
    progress.run(async ({ onProgress, signal }) => {
      if (left.length > 0) {
        // ffmpeg and the encoders: nobody who leaves the switch alone loads them.
        const { cleanSound } = await import('../../recording/sound/clean-sound.ts');
        const readFile = (name: string) => readKept(db, record, name);
        const made = await cleanSound({ takes: left, readFile }, { onProgress, signal });
        signal.throwIfAborted();
        await keepClean(db, { record, space }, { from: cleaned.length, ...made });
        if (made.tracks.some(Boolean)) announce(m.sound_done());
      } else {
        await switchSound(db, record, false);
        announce(m.sound_done());
      }
    }),
  );
  const isOn = clean !== null;
  useEffect(() => {
    if (isOn && left.length > 0) void cleaning.run();
  }, [isOn, left.length]);
  const off = async (): Promise<void> => {
    progress.cancel();
    await switchSound(db, record, true);
    announce(m.sound_off());
  };
  return {
    isOn: isOn || cleaning.busy,
    share: progress.share,
    failure: cleaning.failure,
    turn: (on: boolean) => void (on ? cleaning.run() : off()),
    cancel: progress.cancel,
  };
};
