import { useRef } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { Notice } from '../../ui/Notice.tsx';
import type { PlayerHandle } from '../../ui/player/player-handle.ts';
import { UserText } from '../../ui/UserText.tsx';
import { useApp } from '../app-context.ts';
import { CaptionsReminder } from '../captions/CaptionsReminder.tsx';
import { Comments } from '../comments/Comments.tsx';
import { DemoMarks } from '../feed/DemoMarks.tsx';
import { Byline } from '../library/Byline.tsx';
import type { Entry } from '../library/entry.ts';
import { SendingState } from '../library/SendingState.tsx';
import { useGroup } from '../library/use-group.ts';
import { places } from '../places.ts';
import css from './Demo.module.css';
import { DemoMenu } from './DemoMenu.tsx';
import { DemoPlayer } from './DemoPlayer.tsx';

export const Demo = ({ demo }: { demo: Entry<'demo'> }) => {
  const { me, navigate } = useApp();
  const { record, body } = demo;
  const group = useGroup(record.space);
  const player = useRef<PlayerHandle>(null);
  const isPending = body.captions === 'pending';
  const isMine = record.author === me.id;
  // The Worker has nothing of it to play before its first answer.
  const isThere = record.version > 0;
  return (
    <>
      <header class={css.head}>
        <div class={css.top}>
          <h1 class={css.title}>
            <UserText text={body.title} />
          </h1>
          <DemoMenu demo={demo} mayI={group.mayI} onDeleted={() => navigate(places.feed(record.space))} />
        </div>
        <Byline
          say={(name) => m.feed_by({ name })}
          name={group.nameOf(record.author)}
          atMs={record.createdAt}
        />
        <DemoMarks demo={body} />
        <SendingState record={record} />
      </header>
      {isThere ? <DemoPlayer demo={demo} handle={player} /> : <Notice>{m.feed_unsent_words()}</Notice>}
      {isPending && !isMine && <p class={css.captions}>{m.feed_captions_pending_words()}</p>}
      <CaptionsReminder demo={demo} />
      <Comments parent={record} group={group} emptyWords={m.feed_comments_empty()} player={player} />
    </>
  );
};
