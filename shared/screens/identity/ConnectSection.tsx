import { useState } from 'preact/hooks';
import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { getLocale } from '../../messages/paraglide/runtime.js';
import { Button } from '../../ui/Button.tsx';
import { Code } from '../../ui/Code.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { useApp } from '../app-context.ts';
import { useAction } from '../use-action.ts';

/** The way for an extension that cannot ask this page by itself: a code that is typed into it. */
export const ConnectSection = () => {
  const { client } = useApp();
  const [made, setMade] = useState<{ code: string; expiresAt: number } | null>(null);
  const { run, busy, failure } = useAction(async () => setMade(await client.connectCode()));
  const time = made && new Intl.DateTimeFormat(getLocale(), { timeStyle: 'short' }).format(made.expiresAt);
  return (
    <Section title={m.identity_connect_title()} lead={m.identity_connect_lead()}>
      {made && (
        <div role="status">
          <Code label={m.identity_connect_code()} code={made.code} />
          <p>{m.identity_connect_until({ time: time ?? '', address: location.origin })}</p>
        </div>
      )}
      {Boolean(failure) && <Notice kind="problem">{errorText(failure)}</Notice>}
      <Button busy={busy} onClick={() => run()}>
        {made ? m.identity_connect_another() : m.identity_connect_make()}
      </Button>
    </Section>
  );
};
