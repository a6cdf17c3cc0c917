import { useEffect, useRef, useState } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import type { CaptionDrafter } from '../../recording/captions/drafter.ts';
import type { Speech } from '../../recording/captions/speech.ts';
import { type Cue, tidyCues } from '../../rules/captions/cues.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import css from './CaptionsEditor.module.css';
import { ConfirmReplace } from './ConfirmReplace.tsx';

export type Hear = (signal: AbortSignal) => Promise<Speech>;

type CaptionDraftsProps = {
  drafters: readonly CaptionDrafter[];
  hear: Hear;
  language: string;
  lengthSeconds: number;
  /** How many lines there are already. */
  count: number;
  onReplace: (cues: readonly Cue[]) => void;
};

type State =
  | { at: 'idle' }
  | { at: 'working'; share: number }
  | { at: 'ended'; words: string; isProblem: boolean };

const wordsOf = ({ id }: CaptionDrafter) =>
  id === 'server'
    ? { button: m.captions_draft_server(), words: m.captions_draft_server_words() }
    : { button: m.captions_draft_device(), words: m.captions_draft_device_words() };

/** A first draft of the lines by whatever can make one here; where the sound goes is said before it goes. */
export const CaptionDrafts = (props: CaptionDraftsProps) => {
  const { drafters, hear, language, lengthSeconds, count, onReplace } = props;
  const [state, setState] = useState<State>({ at: 'idle' });
  const [waiting, setWaiting] = useState<Cue[] | null>(null);
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const take = (cues: Cue[]): void => {
    setWaiting(null);
    onReplace(cues);
    announce(m.captions_draft_done());
  };
  const draft = async (drafter: CaptionDrafter): Promise<void> => {
    const stopping = new AbortController();
    leaving.current = stopping;
    const { signal } = stopping;
    const onProgress = (share: number) => setState({ at: 'working', share });
    onProgress(0);
    try {
      const heard = await drafter.draft(await hear(signal), { language, onProgress, signal });
      const cues = tidyCues(heard, lengthSeconds);
      const nothing: State = { at: 'ended', words: m.captions_draft_nothing(), isProblem: true };
      setState(cues.length ? { at: 'ended', words: m.captions_draft_done(), isProblem: false } : nothing);
      if (cues.length && count) setWaiting(cues);
      else if (cues.length) take(cues);
    } catch (error) {
      if (!signal.aborted) console.warn(error);
      const words = signal.aborted ? m.captions_draft_cancelled() : m.captions_draft_failed();
      setState({ at: 'ended', words, isProblem: !signal.aborted });
    }
  };
  if (drafters.length === 0) return null;
  const percent = state.at === 'working' ? Math.round(state.share * 100) : 0;
  return (
    <div class={css.drafts}>
      {state.at === 'working' ? (
        <>
          <p role="status">{m.captions_draft_working({ percent })}</p>
          <ProgressBar value={state.share} label={m.captions_draft()} />
          <Button onClick={() => leaving.current?.abort()}>{m.common_cancel()}</Button>
        </>
      ) : (
        drafters.map((drafter) => (
          <div key={drafter.id} class={css.drafts}>
            <p class={css.words}>{wordsOf(drafter).words}</p>
            <Button onClick={() => void draft(drafter)}>{wordsOf(drafter).button}</Button>
          </div>
        ))
      )}
      {state.at === 'ended' && <Notice kind={state.isProblem ? 'problem' : 'info'}>{state.words}</Notice>}
      <ConfirmReplace count={count} waiting={waiting} onReplace={take} onClose={() => setWaiting(null)} />
    </div>
  );
};
