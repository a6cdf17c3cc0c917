import { Headphones, Square } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Track } from '../../contract/kinds/demo.ts';
import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import type { Heard } from '../../recording/sound/compare-sound.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useApp } from '../app-context.ts';
import { readKept } from '../recording/keep-recording.ts';
import type { OpenRecording } from '../recording/read-recording.ts';
import { useAction } from '../use-action.ts';
import { useProgress } from '../use-progress.ts';
import css from './BeforeAfter.module.css';

/** A moment of a take. */
export type Moment = { take: number; takeSeconds: number };

type BeforeAfterProps = {
  recording: OpenRecording;
  clean: readonly (Track | null)[];
  moment: () => Moment | null;
};

/** Both sounds of a moment: there where the review stands, or the first that was cleaned. */
const soundsAt = ({ recording: { takes }, clean, moment }: BeforeAfterProps) => {
  const here = moment();
  const take = here && clean[here.take] ? here.take : clean.findIndex(Boolean);
  const [recorded, cleaned] = [takes[take]?.audio, clean[take]];
  if (!recorded || !cleaned) return null;
  const seconds = recorded.segments.reduce((sum, segment) => sum + segment.seconds, 0);
  const wanted = take === here?.take ? here.takeSeconds : 0;
  return { recorded, clean: cleaned, fromSeconds: Math.max(0, Math.min(wanted, seconds - 4)) };
};

/** The same few seconds, by turns, until it is stopped. */
export const BeforeAfter = (props: BeforeAfterProps) => {
  const { db } = useApp();
  const [heard, setHeard] = useState<Heard | null>(null);
  const playing = useProgress();
  const comparing = useAction(() =>
    playing.run(async ({ signal }) => {
      const sounds = soundsAt(props);
      if (!sounds) return;
      const { compareSound } = await import('../../recording/sound/compare-sound.ts');
      const readFile = (name: string) => readKept(db, props.recording.record, name);
      await compareSound({ ...sounds, readFile }, { onTurn: setHeard, signal }).finally(() => setHeard(null));
    }),
  );
  return (
    <div class={css.row}>
      <Button onClick={() => (comparing.busy ? playing.cancel() : void comparing.run())}>
        {comparing.busy ? <Square aria-hidden="true" /> : <Headphones aria-hidden="true" />}
        {comparing.busy ? m.sound_stop() : m.sound_hear()}
      </Button>
      <p class={css.turn} role="status">
        {heard === 'recorded' && m.sound_now_recorded()}
        {heard === 'clean' && m.sound_now_clean()}
      </p>
      {Boolean(comparing.failure) && <Notice kind="problem">{errorText(comparing.failure)}</Notice>}
    </div>
  );
};
