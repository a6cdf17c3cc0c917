import { useEffect, useRef, useState } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import { LocalError } from '../../local/local-error.ts';
import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import type { Finish } from '../../recording/take/start-take.ts';
import { timelineSeconds } from '../../rules/playlist.ts';
import { Button } from '../../ui/Button.tsx';
import { clockWords } from '../../ui/clock-words.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useApp } from '../app-context.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { discardRecording } from '../recording/keep-recording.ts';
import { OpenReview } from './OpenReview.tsx';
import css from './Review.module.css';
import { useReview } from './use-review.ts';

type ReviewProps = {
  record: Id;
  /** How the take ended; null for one that was found. */
  finish: Finish | null;
  /** One more take; or one in place of the take of that index. */
  onTake: (take: { instead?: number }) => void;
  onPublished: () => void;
  onDiscarded: () => void;
};

const endWords = ({ reason, cause, take }: Finish): string | null => {
  if (reason === 'stopped') return null;
  if (reason === 'limit') return m.record_ended_limit({ most: clockWords(timelineSeconds([take]) + 0.5) });
  if (cause instanceof LocalError && cause.code === 'storage-full') return m.record_ended_full();
  return errorText(reason === 'not-kept' ? cause : { code: reason });
};

/** Watch it, name it, answer for it; publish it, or not. */
export const Review = ({ record, finish, onTake, onPublished, onDiscarded }: ReviewProps) => {
  const { db, heartbeat } = useApp();
  const state = useReview(record);
  const [asking, setAsking] = useState<'again' | 'discard' | null>(null);
  const ref = useRef<HTMLDivElement>(null);
  // What had the focus is gone with the recording.
  useEffect(() => ref.current?.focus(), []);
  const ended = finish && endWords(finish);
  const discard = async () => {
    await discardRecording(db, record);
    heartbeat.nudge();
    onDiscarded();
  };
  return (
    <div ref={ref} tabIndex={-1} class={css.review}>
      {ended && <Notice kind={finish.reason === 'limit' ? 'info' : 'problem'}>{ended}</Notice>}
      {state.at === 'opening' && <p role="status">{m.review_opening()}</p>}
      {state.at === 'failed' && <Notice kind="problem">{m.review_failed()}</Notice>}
      {state.at === 'open' && (
        <OpenReview
          recording={state.recording}
          footage={state.footage}
          onTake={onTake}
          onPublished={onPublished}
        />
      )}
      <div class={css.actions}>
        <Button onClick={() => setAsking('again')}>{m.record_again()}</Button>
        <Button look="danger" onClick={() => setAsking('discard')}>
          {m.record_discard()}
        </Button>
      </div>
      <ConfirmDialog
        open={asking !== null}
        title={asking === 'again' ? m.record_again_title() : m.record_discard_title()}
        confirm={asking === 'again' ? m.record_again() : m.record_discard()}
        onClose={() => setAsking(null)}
        onConfirm={discard}
      >
        <p>{m.record_discard_words()}</p>
      </ConfirmDialog>
    </div>
  );
};
