import { Video } from 'lucide-preact';
import { useId } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { Card } from '../../ui/Card.tsx';
import { clockWords } from '../../ui/clock-words.ts';
import { UserText } from '../../ui/UserText.tsx';
import { Byline } from '../library/Byline.tsx';
import { SendingState } from '../library/SendingState.tsx';
import type { useGroup } from '../library/use-group.ts';
import { usePicture } from '../library/use-picture.ts';
import { places } from '../places.ts';
import css from './DemoCard.module.css';
import { DemoMarks } from './DemoMarks.tsx';
import type { FeedEntry } from './use-feed.ts';

type DemoCardProps = { demo: FeedEntry; group: ReturnType<typeof useGroup> };

/** One demo in the feed. Nothing says how often it was watched: nobody knows. */
export const DemoCard = ({ demo, group }: DemoCardProps) => {
  const { record, body, comments } = demo;
  const titleId = useId();
  const poster = usePicture(record, body.poster);
  return (
    <Card labelledBy={titleId}>
      <div class={css.demo}>
        <div ref={poster.frame} class={css.poster}>
          {poster.address ? <img src={poster.address} alt="" /> : <Video aria-hidden="true" />}
          <span class={css.length}>{clockWords(body.seconds)}</span>
        </div>
        <h2 id={titleId} class={css.title}>
          <a class={css.link} href={places.demo(record.space, record.id)}>
            <UserText text={body.title} />
          </a>
        </h2>
        <DemoMarks demo={body} />
        <Byline
          say={(name) => m.feed_by({ name })}
          name={group.nameOf(record.author)}
          atMs={record.createdAt}
          more={comments > 0 ? m.feed_comments({ count: comments }) : null}
        />
      </div>
      <SendingState record={record} />
    </Card>
  );
};
