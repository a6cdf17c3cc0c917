import { useState } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import type { Role } from '../../contract/kinds/roster.ts';
import { wipeSpace } from '../../local/wipe.ts';
import { m } from '../../messages/paraglide/messages.js';
import { mayWithSpace } from '../../rules/capabilities.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { useApp } from '../app-context.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { CloseGroupDialog } from './CloseGroupDialog.tsx';
import { DemoLengthForm } from './DemoLengthForm.tsx';
import { RenameForm } from './RenameForm.tsx';
import css from './SettingsSection.module.css';
import { UnpublishedNotice } from './UnpublishedNotice.tsx';

type SettingsSectionProps = { space: Id; name: string; demoSeconds: number; role: Role };

/** The group's name and the length of its demos, taking everything along, and the ways out. */
export const SettingsSection = ({ space, name, demoSeconds, role }: SettingsSectionProps) => {
  const { client, db, me, navigate } = useApp();
  const [asked, setAsked] = useState<'leave' | 'close' | null>(null);
  const goneFromHere = async (said: string) => {
    navigate('/', 'replace');
    await wipeSpace(db, space);
    announce(said);
  };
  return (
    <Section title={m.group_settings_title()}>
      {mayWithSpace('rename', role) && <RenameForm space={space} name={name} />}
      {mayWithSpace('set-demo-length', role) && (
        <DemoLengthForm key={demoSeconds} space={space} demoSeconds={demoSeconds} />
      )}
      <div class={css.part}>
        <p>{m.group_export_lead()}</p>
        <a href={`/api/spaces/${space}/export`} download>
          {m.group_export()}
        </a>
      </div>
      <div class={css.actions}>
        <Button onClick={() => setAsked('leave')}>{m.group_leave()}</Button>
        {mayWithSpace('close', role) && (
          <Button look="danger" onClick={() => setAsked('close')}>
            {m.group_close()}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={asked === 'leave'}
        title={m.group_leave_title({ group: name })}
        confirm={m.group_leave()}
        onConfirm={async () => {
          await client.removeMember(space, me.id);
          await goneFromHere(m.group_left({ group: name }));
        }}
        onClose={() => setAsked(null)}
      >
        <p>{m.group_leave_words()}</p>
        <UnpublishedNotice space={space} />
      </ConfirmDialog>
      <CloseGroupDialog
        open={asked === 'close'}
        space={space}
        name={name}
        onConfirm={async () => {
          await client.closeSpace(space);
          await goneFromHere(m.group_closed({ group: name }));
        }}
        onClose={() => setAsked(null)}
      />
    </Section>
  );
};
