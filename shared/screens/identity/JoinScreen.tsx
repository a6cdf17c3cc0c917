import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../../client/api-error.ts';
import type { InviteGreeting } from '../../contract/people.ts';
import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Title } from '../../ui/Title.tsx';
import { places } from '../places.ts';
import { useAction } from '../use-action.ts';
import { useTitle } from '../use-title.ts';
import { AcceptInvite } from './AcceptInvite.tsx';
import { forgetLinkCode, useLinkCode } from './link-code.ts';
import { NameForm } from './NameForm.tsx';
import { loadPasskeys, register, signIn } from './passkey.ts';
import { suggestRecovery } from './recovery-suggestion.ts';
import { useVisit } from './visit-context.ts';

const titleOf = ({ host, name }: InviteGreeting): string =>
  host ? m.identity_join_title({ host, group: name }) : m.identity_join_title_no_host({ group: name });

/** Asking again helps where no answer came; a link that has ended stays so. */
const hasEnded = (failure: unknown): boolean =>
  failure instanceof ApiError && (failure.code.startsWith('code-') || failure.code === 'bad-request');

/** An invite link: who invites to what, then a name and a passkey, or one button for somebody known here. */
export const JoinScreen = () => {
  const { client, db, me, enter, navigate } = useVisit();
  const code = useLinkCode();
  const [greeting, setGreeting] = useState<InviteGreeting | null>(null);
  const { run: greet, failure } = useAction(async () => setGreeting(await client.inviteGreeting(code)));
  const known = useAction(async () => enter(await signIn(client)));
  useTitle(greeting ? titleOf(greeting) : m.common_loading());
  useEffect(() => {
    if (code) void greet();
    loadPasskeys().catch(console.warn);
  }, [code, me?.id]);

  if (code === '' || failure) {
    const isDead = code === '' || hasEnded(failure);
    return (
      <>
        <Title>{isDead ? m.identity_join_bad_title() : m.common_not_loaded_title()}</Title>
        <Notice
          kind="problem"
          action={!isDead && <Button onClick={() => greet()}>{m.common_try_again()}</Button>}
        >
          {code === '' ? m.identity_link_missing() : errorText(failure)}
        </Notice>
        <p>
          <ButtonLink href="/">{m.common_to_start()}</ButtonLink>
        </p>
      </>
    );
  }
  if (!greeting) return <p role="status">{m.common_loading()}</p>;
  return (
    <>
      <Title lead={m.identity_join_lead()}>{titleOf(greeting)}</Title>
      {me ? (
        <AcceptInvite code={code} greeting={greeting} me={me} />
      ) : (
        <NameForm
          onName={async (name) => {
            await enter(await register(client, { name, code, codeKind: 'invite' }));
            forgetLinkCode();
            await suggestRecovery(db);
            navigate(places.queue(greeting.space), 'replace');
          }}
        >
          {Boolean(known.failure) && <Notice kind="problem">{errorText(known.failure)}</Notice>}
          <Button look="quiet" busy={known.busy} onClick={() => known.run()}>
            {m.identity_join_have_passkey()}
          </Button>
        </NameForm>
      )}
    </>
  );
};
