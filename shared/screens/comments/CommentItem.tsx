import { Play } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { removeRecord } from '../../local/remove-record.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Avatar } from '../../ui/Avatar.tsx';
import { announce } from '../../ui/announce.ts';
import { clockWords } from '../../ui/clock-words.ts';
import { Time } from '../../ui/Time.tsx';
import { UserText } from '../../ui/UserText.tsx';
import { useApp } from '../app-context.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import type { Entry } from '../library/entry.ts';
import { LongText } from '../library/LongText.tsx';
import { SendingState } from '../library/SendingState.tsx';
import type { useGroup } from '../library/use-group.ts';
import { CommentEdit } from './CommentEdit.tsx';
import css from './CommentItem.module.css';
import { CommentMenu } from './CommentMenu.tsx';

type CommentItemProps = {
  comment: Entry<'comment'>;
  group: ReturnType<typeof useGroup>;
  onJump: (seconds: number) => void;
  onDeleted: () => void;
};

export const CommentItem = ({ comment, group, onJump, onDeleted }: CommentItemProps) => {
  const { db } = useApp();
  const { record, body } = comment;
  const [does, setDoes] = useState<'nothing' | 'edit' | 'delete'>('nothing');
  const name = group.nameOf(record.author);
  const close = () => setDoes('nothing');

  const remove = async () => {
    await removeRecord(db, record.id);
    announce(m.feed_comment_deleted());
    onDeleted();
  };
  return (
    <article class={css.comment}>
      <Avatar name={name} />
      <div class={css.words}>
        <header class={css.head}>
          <strong>
            <UserText text={name} />
          </strong>
          <span class={css.when}>
            <Time atMs={record.createdAt} />
            {record.version > 1 && ` · ${m.feed_comment_changed()}`}
          </span>
          {body.atSeconds !== undefined && (
            <button
              type="button"
              class={css.moment}
              aria-label={m.feed_comment_jump({ time: clockWords(body.atSeconds) })}
              onClick={() => onJump(body.atSeconds ?? 0)}
            >
              <Play aria-hidden="true" size="0.8em" />
              {clockWords(body.atSeconds)}
            </button>
          )}
        </header>
        {does === 'edit' ? <CommentEdit comment={comment} onClose={close} /> : <LongText text={body.text} />}
        <SendingState record={record} />
        {does !== 'edit' && <CommentMenu record={record} mayI={group.mayI} onChoose={setDoes} />}
      </div>
      <ConfirmDialog
        open={does === 'delete'}
        title={m.feed_comment_delete_title()}
        confirm={m.feed_comment_delete()}
        onConfirm={remove}
        onClose={close}
      >
        <p>{m.feed_comment_delete_words()}</p>
      </ConfirmDialog>
    </article>
  );
};
