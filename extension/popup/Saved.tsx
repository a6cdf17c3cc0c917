import { m } from '../../shared/messages/paraglide/messages.js';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Sentence } from '../../shared/ui/Sentence.tsx';
import { UserText } from '../../shared/ui/UserText.tsx';
import type { Group } from '../platform/kept.ts';

/** It is on this device; whether it is on its way already, the network decides. */
export const Saved = ({ group }: { group: Group }) => {
  const say = navigator.onLine ? m.clip_saved : m.clip_saved_offline;
  return (
    <Notice kind="success">
      <Sentence say={(name) => say({ group: name })} part={<UserText text={group.name} />} />
    </Notice>
  );
};
