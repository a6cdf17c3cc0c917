import { useEffect, useState } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import { m } from '../../messages/paraglide/messages.js';
import { ButtonLink } from '../../ui/Button.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { Title } from '../../ui/Title.tsx';
import { UserText } from '../../ui/UserText.tsx';
import { useApp } from '../app-context.ts';
import { places } from '../places.ts';
import { RemoteNotice } from '../RemoteNotice.tsx';
import { arrive } from '../shell/arrive.ts';
import { useRemote } from '../use-remote.ts';
import { InviteLink } from './InviteLink.tsx';

/** The first link is made by itself: a group of one is of no use to anybody. */
export const GroupMade = ({ space, name }: { space: Id; name: string }) => {
  const { client } = useApp();
  const [asked] = useState(() => client.makeInvite(space));
  const invite = useRemote(() => asked.catch(() => client.makeInvite(space)), [asked]);
  useEffect(arrive, []);
  return (
    <>
      <Title lead={m.group_made_lead()}>
        <Sentence say={(group) => m.group_made_title({ group })} part={<UserText text={name} />} />
      </Title>
      <RemoteNotice remote={invite} />
      {invite.value && <InviteLink code={invite.value.code} expiresAt={invite.value.expiresAt} />}
      <p>
        <ButtonLink look={invite.value ? 'plain' : 'main'} href={places.queue(space)}>
          {m.group_go()}
        </ButtonLink>
      </p>
    </>
  );
};
