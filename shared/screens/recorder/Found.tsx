import { useState } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import { m } from '../../messages/paraglide/messages.js';
import { useApp } from '../app-context.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { discardRecording } from '../recording/keep-recording.ts';
import css from './Found.module.css';
import { FoundRecording } from './FoundRecording.tsx';
import { useUnpublished } from './use-unpublished.ts';

/** Recordings not published: each can be looked at or thrown away, and waits until then. */
export const Found = ({ space, onReview }: { space: Id; onReview: (record: Id) => void }) => {
  const { db, heartbeat } = useApp();
  const found = useUnpublished(space);
  const [discarding, setDiscarding] = useState<Id | null>(null);
  if (found.length === 0) return null;
  return (
    <div class={css.found}>
      {found.map((recording) => (
        <FoundRecording
          key={recording.record}
          recording={recording}
          onReview={() => onReview(recording.record)}
          onDiscard={() => setDiscarding(recording.record)}
        />
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
    </div>
  );
};
