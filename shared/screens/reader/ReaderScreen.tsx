import { ExternalLink } from 'lucide-preact';
import type { Id } from '../../contract/ids.ts';
import { m } from '../../messages/paraglide/messages.js';
import { ButtonLink } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { UserText } from '../../ui/UserText.tsx';
import { useApp } from '../app-context.ts';
import { Comments } from '../comments/Comments.tsx';
import { Byline } from '../library/Byline.tsx';
import type { Entry } from '../library/entry.ts';
import { SendingState } from '../library/SendingState.tsx';
import { useEntry } from '../library/use-entries.ts';
import { useGroup } from '../library/use-group.ts';
import { usePicture } from '../library/use-picture.ts';
import { places } from '../places.ts';
import { ClipMenu } from '../queue/ClipMenu.tsx';
import { ClipSource } from '../queue/ClipSource.tsx';
import { ClipWhy } from '../queue/ClipWhy.tsx';
import { hostOf } from '../queue/site-of.ts';
import { useTitle } from '../use-title.ts';
import { ClipCopy } from './ClipCopy.tsx';
import css from './ReaderScreen.module.css';

const Reader = ({ clip }: { clip: Entry<'clip'> }) => {
  const { navigate } = useApp();
  const { record, body } = clip;
  const group = useGroup(record.space);
  const lead = usePicture(record, body.lead);
  return (
    <>
      <header class={css.head}>
        <div class={css.top}>
          <h1 class={css.title}>
            <UserText text={body.title} />
          </h1>
          <ClipMenu clip={clip} mayI={group.mayI} onRemoved={() => navigate(places.queue(record.space))} />
        </div>
        <ClipSource clip={body} />
        <p>
          <a href={body.url} target="_blank" rel="noopener noreferrer">
            <Sentence
              say={(site) => m.queue_original({ site })}
              part={<UserText text={hostOf(body.url)} />}
            />{' '}
            <ExternalLink aria-hidden="true" size="0.9em" />
          </a>
        </p>
        <ClipWhy clip={body} />
        <Byline
          say={(name) => m.queue_found_by({ name })}
          name={group.nameOf(record.author)}
          atMs={record.createdAt}
        />
        <SendingState record={record} />
      </header>
      {body.lead && (
        <div ref={lead.frame} class={css.lead}>
          {lead.address && <img src={lead.address} alt="" />}
        </div>
      )}
      {body.article ? (
        <ClipCopy record={record} name={body.article} language={body.language} />
      ) : (
        <p>{m.queue_no_copy()}</p>
      )}
      <Comments parent={record} group={group} emptyWords={m.queue_comments_empty()} />
    </>
  );
};

/** One clip: the group's clean copy, and what the group says of it. */
export const ReaderScreen = ({ space, record }: { space: Id; record: Id }) => {
  const clip = useEntry('clip', space, record);
  useTitle(clip?.body.title ?? m.queue_title());
  if (clip === undefined) return null;
  if (clip === null) {
    return (
      <Empty
        title={m.queue_gone_title()}
        action={<ButtonLink href={places.queue(space)}>{m.queue_back()}</ButtonLink>}
      >
        <p>{m.queue_gone_words()}</p>
      </Empty>
    );
  }
  return (
    <>
      <p>
        <a href={places.queue(space)}>{m.queue_back()}</a>
      </p>
      <Reader clip={clip} />
    </>
  );
};
