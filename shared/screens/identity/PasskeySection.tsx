import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { useApp } from '../app-context.ts';
import { useAction } from '../use-action.ts';
import { addPasskey } from './passkey.ts';

export const PasskeySection = () => {
  const { client } = useApp();
  const { run, busy, failure } = useAction(async () => {
    await addPasskey(client);
    announce(m.identity_passkey_added());
  });
  return (
    <Section title={m.identity_passkey_add_title()} lead={m.identity_passkey_add_lead()}>
      {Boolean(failure) && <Notice kind="problem">{errorText(failure)}</Notice>}
      <Button busy={busy} onClick={() => run()}>
        {busy ? m.identity_waiting_for_passkey() : m.identity_passkey_add()}
      </Button>
    </Section>
  );
};
