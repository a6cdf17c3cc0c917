import { useState } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import { m } from '../../messages/paraglide/messages.js';
import { ButtonLink } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Select } from '../../ui/Select.tsx';
import { CaptionsReminders } from '../captions/CaptionsReminder.tsx';
import { useGroup } from '../library/use-group.ts';
import { places } from '../places.ts';
import { useTitle } from '../use-title.ts';
import { DemoCard } from './DemoCard.tsx';
import css from './FeedScreen.module.css';
import { useFeed } from './use-feed.ts';

/** What the group's members showed each other, newest first. */
export const FeedScreen = ({ space }: { space: Id }) => {
  useTitle(m.feed_title());
  const demos = useFeed(space);
  const group = useGroup(space);
  const [chosen, setChosen] = useState('');
  const strategies = [...new Set(demos?.map(({ body }) => body.strategy))].sort((a, b) => a.localeCompare(b));
  // The last demo of a strategy may be deleted while it is chosen: then everything is shown again.
  const strategy = strategies.includes(chosen) ? chosen : '';
  const shown = demos?.filter(({ body }) => strategy === '' || body.strategy === strategy);
  return (
    <>
      <h1>{m.feed_title()}</h1>
      {demos?.length === 0 && (
        <Empty
          title={m.feed_empty_title()}
          action={
            <ButtonLink look="main" href={places.record(space)}>
              {m.feed_empty_action()}
            </ButtonLink>
          }
        >
          <p>{m.feed_empty_words()}</p>
        </Empty>
      )}
      {demos && <CaptionsReminders demos={demos} />}
      {strategies.length > 1 && (
        <div class={css.filter}>
          <Select
            label={m.feed_filter()}
            value={strategy}
            options={[
              { value: '', label: m.feed_filter_all() },
              ...strategies.map((value) => ({ value, label: value })),
            ]}
            onChange={setChosen}
          />
        </div>
      )}
      <ul class={css.demos}>
        {shown?.map((demo) => (
          <li key={demo.record.id}>
            <DemoCard demo={demo} group={group} />
          </li>
        ))}
      </ul>
    </>
  );
};
