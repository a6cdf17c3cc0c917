import { useEffect } from 'preact/hooks';
import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { Title } from '../../ui/Title.tsx';
import { useAction } from '../use-action.ts';
import { useLive } from '../use-live.ts';
import { useTitle } from '../use-title.ts';
import { loadPasskeys, signIn } from './passkey.ts';
import { useVisit } from './visit-context.ts';

export const SignInScreen = () => {
  const { client, db, me, enter, navigate } = useVisit();
  const waiting = useLive(() => db.outbox.count(), [db]) ?? 0;
  const { run, busy, failure } = useAction(async () => enter(await signIn(client)));
  useTitle(m.identity_sign_in());
  useEffect(() => {
    loadPasskeys().catch(console.warn);
  }, []);
  // Standing in for a screen that needs a person, it has given way to that one before this runs.
  useEffect(() => {
    if (me) navigate('/', 'replace');
  }, [me, navigate]);
  return (
    <>
      <Title lead={m.identity_sign_in_lead()}>{m.identity_sign_in_title()}</Title>
      {waiting > 0 && <Notice>{m.identity_sign_in_waiting({ count: waiting })}</Notice>}
      {Boolean(failure) && <Notice kind="problem">{errorText(failure)}</Notice>}
      <p>
        <Button look="main" busy={busy} onClick={() => run()}>
          {busy ? m.identity_waiting_for_passkey() : m.identity_sign_in_passkey()}
        </Button>
      </p>
      <Section title={m.identity_no_passkey()} lead={m.identity_no_passkey_ways()}>
        <ButtonLink href="/recover">{m.identity_use_recovery()}</ButtonLink>
      </Section>
    </>
  );
};
