import { useId } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { Card } from '../../ui/Card.tsx';
import { UserText } from '../../ui/UserText.tsx';
import { Byline } from '../library/Byline.tsx';
import type { Entry } from '../library/entry.ts';
import { SendingState } from '../library/SendingState.tsx';
import type { useGroup } from '../library/use-group.ts';
import { usePicture } from '../library/use-picture.ts';
import { places } from '../places.ts';
import css from './ClipCard.module.css';
import { ClipMenu } from './ClipMenu.tsx';
import { ClipSource } from './ClipSource.tsx';
import { ClipWhy } from './ClipWhy.tsx';

type ClipCardProps = { clip: Entry<'clip'>; group: ReturnType<typeof useGroup> };

/** One clip in the queue: what it is, who found it and why. */
export const ClipCard = ({ clip, group }: ClipCardProps) => {
  const { record, body } = clip;
  const titleId = useId();
  const lead = usePicture(record, body.lead);
  return (
    <Card labelledBy={titleId}>
      <div class={css.top}>
        <div class={css.words}>
          <h2 id={titleId}>
            <a class={css.title} href={places.read(record.space, record.id)}>
              <UserText text={body.title} />
            </a>
          </h2>
          <ClipSource clip={body} />
        </div>
        {body.lead && (
          <div ref={lead.frame} class={css.lead}>
            {lead.address && <img src={lead.address} alt="" class={css.picture} />}
          </div>
        )}
        <ClipMenu clip={clip} mayI={group.mayI} />
      </div>
      <ClipWhy clip={body} />
      <Byline
        say={(name) => m.queue_found_by({ name })}
        name={group.nameOf(record.author)}
        atMs={record.createdAt}
      />
      <SendingState record={record} />
    </Card>
  );
};
