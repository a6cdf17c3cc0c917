import { useEffect, useState } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Title } from '../../ui/Title.tsx';
import { places } from '../places.ts';
import { useTitle } from '../use-title.ts';
import { forgetLinkCode, useLinkCode } from './link-code.ts';
import { NameForm } from './NameForm.tsx';
import { loadPasskeys, register } from './passkey.ts';
import { suggestRecovery } from './recovery-suggestion.ts';
import { useVisit } from './visit-context.ts';

/** The one-time link that the server printed: its bearer becomes the operator and makes the first group. */
export const SetUpScreen = () => {
  const { client, db, enter, navigate } = useVisit();
  const code = useLinkCode();
  const [isSetUp, setSetUp] = useState(false);
  useTitle(m.identity_setup_title());
  useEffect(() => {
    client.hello().then(({ setUp }) => setSetUp(setUp), console.warn);
    loadPasskeys().catch(console.warn);
  }, [client]);

  if (isSetUp) {
    return (
      <>
        <Title lead={m.identity_setup_done()}>{m.identity_setup_done_title()}</Title>
        <p>
          <ButtonLink look="main" href="/sign-in">
            {m.identity_sign_in()}
          </ButtonLink>
        </p>
      </>
    );
  }
  return (
    <>
      <Title lead={m.identity_setup_lead()}>{m.identity_setup_title()}</Title>
      {code === '' ? (
        <Notice kind="problem">{m.identity_link_missing()}</Notice>
      ) : (
        <NameForm
          onName={async (name) => {
            await enter(await register(client, { name, code, codeKind: 'setup' }));
            forgetLinkCode();
            await suggestRecovery(db);
            navigate(places.newGroup(), 'replace');
          }}
        >
          <p>{m.identity_setup_operator()}</p>
        </NameForm>
      )}
    </>
  );
};
