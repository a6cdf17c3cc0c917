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
  const { record, startedAt, title, history, takes } = recording;
  const time = whenWords(startedAt);
  // Of a browser's own recorder there is only a file yet.
  const isFile = takes.length === 0;
  const [isWatching, setWatching] = useState(false);
  return (
    <>
      <Notice
        action={
          <div class={css.actions}>
            <Button onClick={onReview}>{m.record_found_review()}</Button>
            {!isFile && (
              <Button look="quiet" onClick={() => setWatching(!isWatching)}>
                {isWatching ? m.record_found_close() : m.record_found_watch()}
              </Button>
            )}
            <Button look="quiet" onClick={onDiscard}>
              {m.record_discard()}
            </Button>
          </div>
        }
      >
        {isFile
          ? m.bring_found({ time })
          : m.record_found({ time, length: clockWords(lengthOf(history.now)) })}
        {title && (
          <p>
            <UserText text={title} />
          </p>
        )}
      </Notice>
      {/* Not in the notice, which would read its clock out. */}
      {isWatching && <FoundPlayer record={record} />}
    </>
  );
};
