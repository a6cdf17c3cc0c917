import { useState } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { useApp } from '../app-context.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { RemoteNotice } from '../RemoteNotice.tsx';
import { useAction } from '../use-action.ts';
import { useRemote } from '../use-remote.ts';
import { InviteLink } from './InviteLink.tsx';
import { InviteList } from './InviteList.tsx';

/** Links into the group: to make, to copy, and to end. */
export const InviteSection = ({ space }: { space: Id }) => {
  const { client } = useApp();
  const invites = useRemote(() => client.invites(space), [client, space]);
  const [made, setMade] = useState<Awaited<ReturnType<typeof client.makeInvite>> | null>(null);
  const [ending, setEnding] = useState<Id | null>(null);
  const { run, busy, failure } = useAction(async () => {
    setMade(await client.makeInvite(space));
    invites.again();
  });
  return (
    <Section title={m.group_invite_title()} lead={m.group_invite_lead()}>
      {made && <InviteLink code={made.code} expiresAt={made.expiresAt} />}
      {Boolean(failure) && <Notice kind="problem">{errorText(failure)}</Notice>}
      <Button busy={busy} onClick={() => run()}>
        {made ? m.group_invite_another() : m.group_invite_make()}
      </Button>
      <RemoteNotice remote={invites} />
      {invites.value && invites.value.length > 0 && <InviteList invites={invites.value} onEnd={setEnding} />}
      <ConfirmDialog
        open={ending !== null}
        title={m.group_invite_revoke_title()}
        confirm={m.group_invite_revoke()}
        onConfirm={async () => {
          if (ending) await client.revokeInvite(space, ending);
          if (made?.id === ending) setMade(null);
          invites.again();
          announce(m.group_invite_revoked());
        }}
        onClose={() => setEnding(null)}
      >
        <p>{m.group_invite_revoke_words()}</p>
      </ConfirmDialog>
    </Section>
  );
};
