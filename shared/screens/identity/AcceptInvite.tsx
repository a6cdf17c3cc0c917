import type { InviteGreeting, Me } from '../../contract/people.ts';
import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { places } from '../places.ts';
import { useAction } from '../use-action.ts';
import { forgetLinkCode } from './link-code.ts';
import { useVisit } from './visit-context.ts';

type AcceptInviteProps = { code: string; greeting: InviteGreeting; me: Me };

/** For somebody who is signed in: one press, or none where they are a member already. */
export const AcceptInvite = ({ code, greeting, me }: AcceptInviteProps) => {
  const { client, enter, navigate } = useVisit();
  const { run, busy, failure } = useAction(async () => {
    if (!greeting.member) await client.acceptInvite(code);
    await enter(me);
    forgetLinkCode();
    navigate(places.queue(greeting.space), 'replace');
  });
  return (
    <>
      {greeting.member && <p>{m.identity_join_member()}</p>}
      {Boolean(failure) && <Notice kind="problem">{errorText(failure)}</Notice>}
      <p>
        <Button look="main" busy={busy} onClick={() => run()}>
          {greeting.member
            ? m.identity_join_open_group({ group: greeting.name })
            : m.identity_join_as({ name: me.name })}
        </Button>
      </p>
    </>
  );
};
