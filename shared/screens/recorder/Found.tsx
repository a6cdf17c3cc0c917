import { useState } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useApp } from '../app-context.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { discardRecording } from '../recording/keep-recording.ts';
import { whenWords } from '../recording/when-words.ts';
import css from './Studio.module.css';
import { useUnpublished } from './use-unpublished.ts';

/** Recordings not published: each can be looked at or thrown away, and waits until then. */
export const Found = ({ space, onReview }: { space: Id; onReview: (record: Id) => void }) => {
  const { db, heartbeat } = useApp();
  const found = useUnpublished(space);
  const [discarding, setDiscarding] = useState<Id | null>(null);
  return (
    <>
      {found.map(({ record, startedAt }) => (
        <Notice
          key={record}
          action={
            <div class={css.actions}>
              <Button onClick={() => onReview(record)}>{m.record_found_review()}</Button>
              <Button look="quiet" onClick={() => setDiscarding(record)}>
                {m.record_discard()}
              </Button>
            </div>
          }
        >
          {m.record_found({ time: whenWords(startedAt) })}
        </Notice>
      ))}
      <ConfirmDialog
        open={discarding !== null}
        title={m.record_discard_title()}
        confirm={m.record_discard()}
        onClose={() => setDiscarding(null)}
        onConfirm={async () => {
          if (discarding) await discardRecording(db, discarding);
          heartbeat.nudge();
        }}
      >
        <p>{m.record_discard_words()}</p>
      </ConfirmDialog>
    </>
  );
};
