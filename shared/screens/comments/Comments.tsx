import type { RefObject } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { LocalRecord } from '../../local/db.ts';
import { m } from '../../messages/paraglide/messages.js';
import type { PlayerHandle } from '../../ui/player/player-handle.ts';
import type { useGroup } from '../library/use-group.ts';
import { CommentBox } from './CommentBox.tsx';
import { CommentItem } from './CommentItem.tsx';
import css from './Comments.module.css';
import { useComments } from './use-comments.ts';

type CommentsProps = {
  parent: LocalRecord;
  group: ReturnType<typeof useGroup>;
  emptyWords: string;
  /** Of a demo: then comments may speak of a moment. */
  player?: RefObject<PlayerHandle | null>;
};

/** What the group says of one thing, and the place to say something. */
export const Comments = ({ parent, group, emptyWords, player }: CommentsProps) => {
  const comments = useComments(parent.id);
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section class={css.comments} aria-labelledby={headingId}>
      <h2 id={headingId} ref={heading} tabIndex={-1}>
        {m.feed_comments_title()}
      </h2>
      <CommentBox parent={parent} player={player} />
      {comments?.length === 0 && <p class={css.empty}>{emptyWords}</p>}
      <ol class={css.list}>
        {comments?.map((comment) => (
          <li key={comment.record.id}>
            <CommentItem
              comment={comment}
              group={group}
              onJump={(seconds) => {
                player?.current?.seek(seconds);
                player?.current?.play();
              }}
              onDeleted={() => heading.current?.focus()}
            />
          </li>
        ))}
      </ol>
    </section>
  );
};
