import { useEffect, useState } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Title } from '../../ui/Title.tsx';
import { useTitle } from '../use-title.ts';
import { useVisit } from './visit-context.ts';

/** The start for nobody in particular: what this is, and the two ways in. */
export const WelcomeScreen = () => {
  const { client } = useVisit();
  const [isSetUp, setSetUp] = useState(true);
  useTitle();
  useEffect(() => {
    client.hello().then(({ setUp }) => setSetUp(setUp), console.warn);
  }, [client]);
  return (
    <>
      <Title lead={m.identity_welcome_lead()}>{m.identity_welcome_title()}</Title>
      {isSetUp ? (
        <>
          <p>{m.identity_welcome_new()}</p>
          <p>
            <ButtonLink look="main" href="/sign-in">
              {m.identity_sign_in()}
            </ButtonLink>
          </p>
        </>
      ) : (
        <Notice>{m.identity_welcome_not_set_up()}</Notice>
      )}
    </>
  );
};
