import { useState } from 'preact/hooks';
import { wipeAll } from '../../local/wipe.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { useApp } from '../app-context.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { useLive } from '../use-live.ts';
import { useObservable } from '../use-observable.ts';
import css from './SignOutSection.module.css';

const words = {
  here: { title: m.identity_sign_out_title, body: m.identity_sign_out_words },
  everywhere: { title: m.identity_sign_out_everywhere_title, body: m.identity_sign_out_everywhere_words },
};

/** Signing out empties the device; what was never sent or published is named before it would be lost. */
export const SignOutSection = () => {
  const { client, db, heartbeat, navigate } = useApp();
  const { waiting } = useObservable(heartbeat.status);
  const recordings = useLive(() => db.recordings.count(), [db]) ?? 0;
  const [asked, setAsked] = useState<'here' | 'everywhere' | null>(null);
  return (
    <Section title={m.identity_sign_out_section()}>
      <div class={css.actions}>
        <Button onClick={() => setAsked('here')}>{m.identity_sign_out()}</Button>
        <Button look="danger" onClick={() => setAsked('everywhere')}>
          {m.identity_sign_out_everywhere()}
        </Button>
      </div>
      <ConfirmDialog
        open={asked !== null}
        title={asked ? words[asked].title() : ''}
        confirm={waiting + recordings > 0 ? m.identity_sign_out_anyway() : m.identity_device_sign_out()}
        onConfirm={async () => {
          await client.signOut(asked === 'everywhere');
          navigate('/', 'replace');
          await wipeAll(db);
        }}
        onClose={() => setAsked(null)}
      >
        <p>{asked && words[asked].body()}</p>
        {waiting > 0 && <Notice kind="problem">{m.identity_sign_out_waiting({ count: waiting })}</Notice>}
        {recordings > 0 && (
          <Notice kind="problem">{m.identity_sign_out_recordings({ count: recordings })}</Notice>
        )}
      </ConfirmDialog>
    </Section>
  );
};
