import type { Id } from '../../contract/ids.ts';
import { m } from '../../messages/paraglide/messages.js';
import { ButtonLink } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useEntries } from '../library/use-entries.ts';
import { useGroup } from '../library/use-group.ts';
import { places } from '../places.ts';
import { useTitle } from '../use-title.ts';
import { ClipCard } from './ClipCard.tsx';
import css from './QueueScreen.module.css';

/** What the group reads next, newest first. */
export const QueueScreen = ({ space }: { space: Id }) => {
  useTitle(m.queue_title());
  const clips = useEntries('clip', space);
  const group = useGroup(space);
  return (
    <>
      <h1>{m.queue_title()}</h1>
      {clips?.length === 0 && (
        <Empty
          title={m.queue_empty_title()}
          action={<ButtonLink href={places.devices()}>{m.queue_empty_action()}</ButtonLink>}
        >
          <p>{m.queue_empty_words()}</p>
        </Empty>
      )}
      <ul class={css.clips}>
        {clips?.map((clip) => (
          <li key={clip.record.id}>
            <ClipCard clip={clip} group={group} />
          </li>
        ))}
      </ul>
    </>
  );
};
