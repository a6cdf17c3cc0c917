import { m } from '../../messages/paraglide/messages.js';
import { ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useApp } from '../app-context.ts';
import type { Entry } from '../library/entry.ts';
import { places } from '../places.ts';

const lacks = ({ body }: Entry<'demo'>): boolean => body.captions === 'pending';

/** Under a demo without captions, for its author alone: nobody else is told whose work is left. */
export const CaptionsReminder = ({ demo }: { demo: Entry<'demo'> }) => {
  const { me } = useApp();
  const { id, space, author } = demo.record;
  if (!lacks(demo) || author !== me.id) return null;
  return (
    <Notice action={<ButtonLink href={places.captions(space, id)}>{m.captions_add()}</ButtonLink>}>
      {m.captions_reminder()} {m.captions_reminder_only_you()}
    </Notice>
  );
};

/** Over the feed, and leading to the newest of them. */
export const CaptionsReminders = ({ demos }: { demos: readonly Entry<'demo'>[] }) => {
  const { me } = useApp();
  const mine = demos.filter((demo) => lacks(demo) && demo.record.author === me.id);
  const [newest] = mine;
  if (!newest) return null;
  const { space, id } = newest.record;
  return (
    <Notice action={<ButtonLink href={places.captions(space, id)}>{m.captions_add()}</ButtonLink>}>
      {m.captions_reminder_feed({ count: mine.length })} {m.captions_reminder_only_you()}
    </Notice>
  );
};
