import type { Id } from '../../contract/ids.ts';
import type { Invite } from '../../contract/people.ts';
import { m } from '../../messages/paraglide/messages.js';
import { getLocale } from '../../messages/paraglide/runtime.js';
import { Button } from '../../ui/Button.tsx';
import { Time } from '../../ui/Time.tsx';
import css from './InviteList.module.css';

/** The links that still let somebody in. Their secrets are known to nobody here: one can only end them. */
export const InviteList = ({ invites, onEnd }: { invites: readonly Invite[]; onEnd: (id: Id) => void }) => {
  const day = new Intl.DateTimeFormat(getLocale(), { dateStyle: 'medium' });
  return (
    <div class={css.open}>
      <h3>{m.group_invites_open()}</h3>
      <ul class={css.invites}>
        {invites.map(({ id, createdAt, expiresAt, usesLeft }) => (
          <li key={id} class={css.invite}>
            <p class={css.words}>
              {m.group_invite_made()} <Time atMs={createdAt} />,{' '}
              {m.group_invite_until({ date: day.format(expiresAt) })},{' '}
              {m.group_invite_uses({ count: usesLeft })}
            </p>
            <Button onClick={() => onEnd(id)}>{m.group_invite_revoke()}</Button>
          </li>
        ))}
      </ul>
    </div>
  );
};
