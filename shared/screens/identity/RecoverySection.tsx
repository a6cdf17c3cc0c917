import { useEffect, useState } from 'preact/hooks';
import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { useApp } from '../app-context.ts';
import { useAction } from '../use-action.ts';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { endRecoverySuggestion } from './recovery-suggestion.ts';

const anchor = 'recovery';

export const RecoverySection = () => {
  const { client, db } = useApp();
  const [codes, setCodes] = useState<string[] | null>(null);
  const { run, busy, failure } = useAction(async () => {
    setCodes(await client.recoveryCodes());
    await endRecoverySuggestion(db);
  });
  useEffect(() => {
    if (location.hash === `#${anchor}`) document.getElementById(anchor)?.scrollIntoView();
  }, []);
  return (
    <Section anchor={anchor} title={m.identity_recovery_title()} lead={m.identity_recovery_lead()}>
      {codes ? (
        <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />
      ) : (
        <>
          <p>{m.identity_recovery_replace()}</p>
          {Boolean(failure) && <Notice kind="problem">{errorText(failure)}</Notice>}
          <Button busy={busy} onClick={() => run()}>
            {m.identity_recovery_make()}
          </Button>
        </>
      )}
    </Section>
  );
};
