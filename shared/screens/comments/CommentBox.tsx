import { X } from 'lucide-preact';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { newId } from '../../contract/ids.ts';
import { limits } from '../../contract/limits.ts';
import { cleanText } from '../../contract/text.ts';
import type { LocalRecord } from '../../local/db.ts';
import { saveRecord } from '../../local/save-record.ts';
import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { clockWords } from '../../ui/clock-words.ts';
import type { PlayerHandle } from '../../ui/player/player-handle.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { useApp } from '../app-context.ts';
import { useAction } from '../use-action.ts';
import css from './CommentBox.module.css';
import { isSentByEnter, sendOnEnter } from './send-on-enter.ts';
import { useCommentDraft } from './use-comment-draft.ts';

type CommentBoxProps = { parent: LocalRecord; player: RefObject<PlayerHandle | null> | undefined };

/** Where a comment is typed. In front of a player it is about the moment at which typing began, and play waits. */
export const CommentBox = ({ parent, player }: CommentBoxProps) => {
  const { db, me } = useApp();
  const { draft, change, forget } = useCommentDraft(parent.space, parent.id);
  const goesOn = useRef(false);

  const { run, busy, failure, clear } = useAction(async () => {
    const text = cleanText(draft.text);
    if (text === '') return;
    const body = { text, ...(player && draft.atSeconds !== null && { atSeconds: draft.atSeconds }) };
    const { id, space } = parent;
    await saveRecord(db, me.id, { id: newId(), space, kind: 'comment', parent: id, state: 'live', body });
    forget();
    if (goesOn.current) player?.current?.play();
    goesOn.current = false;
  });

  /** Tenths are as near as anybody means. */
  const moment = (): number | null =>
    player?.current ? Math.round(player.current.seconds() * 10) / 10 : null;

  const type = (text: string): void => {
    if (failure) clear();
    // In front of a demo that was not begun, it is about the whole.
    const isBegun = draft.text === '' && text !== '';
    if (isBegun) {
      goesOn.current = player?.current?.isPlaying() ?? false;
      player?.current?.pause();
    }
    change({ text, atSeconds: isBegun ? moment() || null : draft.atSeconds });
  };

  const at = draft.atSeconds === null ? null : clockWords(draft.atSeconds);
  return (
    <form
      class={css.box}
      onKeyDown={(event) => sendOnEnter(event, run)}
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <TextArea
        label={m.feed_comment_label()}
        hint={isSentByEnter() ? m.feed_comment_hint() : undefined}
        error={failure ? errorText(failure) : undefined}
        value={draft.text}
        limit={limits.commentLength}
        onInput={type}
      />
      <div class={css.foot}>
        {player && draft.text !== '' && at !== null && (
          <button
            type="button"
            class={css.moment}
            aria-label={m.feed_comment_at_remove({ time: at })}
            onClick={() => change({ ...draft, atSeconds: null })}
          >
            {m.feed_comment_at({ time: at })}
            <X aria-hidden="true" size="1em" />
          </button>
        )}
        {player && draft.text !== '' && at === null && (
          <Button look="quiet" onClick={() => change({ ...draft, atSeconds: moment() })}>
            {m.feed_comment_at_add()}
          </Button>
        )}
        <Button type="submit" busy={busy}>
          {m.feed_comment_send()}
        </Button>
      </div>
    </form>
  );
};
