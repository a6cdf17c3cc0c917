import { useState } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { lengthOf } from '../../rules/timeline.ts';
import { Button } from '../../ui/Button.tsx';
import { clockWords } from '../../ui/clock-words.ts';
import { Notice } from '../../ui/Notice.tsx';
import { UserText } from '../../ui/UserText.tsx';
import type { OpenRecording } from '../recording/read-recording.ts';
import { whenWords } from '../recording/when-words.ts';
import css from './Found.module.css';
import { FoundPlayer } from './FoundPlayer.tsx';

type FoundRecordingProps = { recording: OpenRecording; onReview: () => void; onDiscard: () => void };

/** When it was recorded, how long it is, what it was to be called; it can be watched on the spot. */
export const FoundRecording = ({ recording, onReview, onDiscard }: FoundRecordingProps) => {
  const { record, startedAt, title, history } = recording;
  const [isWatching, setWatching] = useState(false);
  return (
    <Notice
      action={
        <>
          {isWatching && <FoundPlayer record={record} />}
          <div class={css.actions}>
            <Button onClick={onReview}>{m.record_found_review()}</Button>
            <Button look="quiet" onClick={() => setWatching(!isWatching)}>
              {isWatching ? m.record_found_close() : m.record_found_watch()}
            </Button>
            <Button look="quiet" onClick={onDiscard}>
              {m.record_discard()}
            </Button>
          </div>
        </>
      }
    >
      {m.record_found({ time: whenWords(startedAt), length: clockWords(lengthOf(history.now)) })}
      {title && (
        <p>
          <UserText text={title} />
        </p>
      )}
    </Notice>
  );
};
