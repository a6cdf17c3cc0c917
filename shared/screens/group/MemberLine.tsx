import { Ellipsis } from 'lucide-preact';
import { m } from '../../messages/paraglide/messages.js';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { UserText } from '../../ui/UserText.tsx';
import css from './MemberList.module.css';
import type { Person } from './use-roster.ts';

type MemberLineProps = {
  person: Person;
  isMe: boolean;
  mayHandOver: boolean;
  mayRemove: boolean;
  onAsk: (what: 'host' | 'remove') => void;
};

/** One member. What one does with oneself stands further down: leaving. */
export const MemberLine = ({ person, isMe, mayHandOver, mayRemove, onAsk }: MemberLineProps) => {
  const canBecomeHost = mayHandOver && person.role !== 'host';
  return (
    <li class={css.person}>
      <Avatar name={person.name} />
      <p class={css.name}>
        <UserText text={person.name} /> {isMe && <span class={css.note}>({m.group_you()})</span>}
        {person.role === 'host' && <span class={css.host}>{m.group_host()}</span>}
      </p>
      {!isMe && (canBecomeHost || mayRemove) && (
        <Popover
          button={<Ellipsis aria-hidden="true" />}
          label={m.group_person_actions({ name: person.name })}
          align="end"
        >
          <div class={css.actions}>
            {canBecomeHost && (
              <Button look="quiet" onClick={() => onAsk('host')}>
                {m.group_make_host()}
              </Button>
            )}
            {mayRemove && (
              <Button look="quiet" onClick={() => onAsk('remove')}>
                {m.group_remove()}
              </Button>
            )}
          </div>
        </Popover>
      )}
    </li>
  );
};
