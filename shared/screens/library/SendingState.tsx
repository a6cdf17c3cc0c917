import { Clock } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { LocalRecord } from '../../local/db.ts';
import { discardRefused, retryRefused } from '../../local/refused.ts';
import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useApp } from '../app-context.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { SendingProgress, useSending } from './SendingProgress.tsx';
import css from './SendingState.module.css';

/** How far something of one's own is: on its way, or refused, with what can be done about it. Else nothing. */
export const SendingState = ({ record }: { record: LocalRecord }) => {
  const { db } = useApp();
  const [isAsking, setAsking] = useState(false);
  const sending = useSending(record);

  if (record.refusal) {
    return (
      <Notice
        kind="problem"
        action={
          <div class={css.actions}>
            <Button onClick={() => void retryRefused(db, record.id)}>{m.common_try_again()}</Button>
            <Button look="quiet" onClick={() => setAsking(true)}>
              {m.feed_discard()}
            </Button>
            <ConfirmDialog
              open={isAsking}
              title={m.feed_discard_title()}
              confirm={m.feed_discard()}
              onConfirm={() => discardRefused(db, record.id)}
              onClose={() => setAsking(false)}
            >
              <p>{m.feed_discard_words()}</p>
            </ConfirmDialog>
          </div>
        }
      >
        {m.feed_refused({ reason: errorText(record.refusal) })}
      </Notice>
    );
  }
  if (!record.waiting) return null;
  if (sending) return <SendingProgress {...sending} />;
  return (
    <p class={css.waiting}>
      <Clock aria-hidden="true" size="1em" />
      {m.feed_waiting()}
    </p>
  );
};
