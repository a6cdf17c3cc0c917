import { useEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../contract/limits.ts';
import { cleanText } from '../../contract/text.ts';
import { saveRecord } from '../../local/save-record.ts';
import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useApp } from '../app-context.ts';
import type { Entry } from '../library/entry.ts';
import { useAction } from '../use-action.ts';
import css from './CommentBox.module.css';
import { sendOnEnter } from './send-on-enter.ts';

/** A comment of one's own, in the place where it stands. Escape leaves it as it was. */
export const CommentEdit = ({ comment, onClose }: { comment: Entry<'comment'>; onClose: () => void }) => {
  const { db, me } = useApp();
  const { record, body } = comment;
  const [text, setText] = useState(body.text);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { run, busy, failure } = useAction(async () => {
    const { id, space, parent } = record;
    const changed = { ...body, text: cleanText(text) };
    await saveRecord(db, me.id, { id, space, kind: 'comment', parent, state: 'live', body: changed });
    onClose();
  });
  return (
    <form
      class={css.box}
      onKeyDown={(event) => (event.key === 'Escape' ? onClose() : sendOnEnter(event, run))}
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <TextArea
        inputRef={field}
        label={m.feed_comment_edit_of()}
        error={failure ? errorText(failure) : undefined}
        value={text}
        limit={limits.commentLength}
        onInput={setText}
      />
      <div class={css.foot}>
        <Button look="quiet" onClick={onClose}>
          {m.common_cancel()}
        </Button>
        <Button type="submit" busy={busy}>
          {m.common_save()}
        </Button>
      </div>
    </form>
  );
};
