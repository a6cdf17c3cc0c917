import type { Id } from '../../contract/ids.ts';
import { m } from '../../messages/paraglide/messages.js';
import { mayWithSpace } from '../../rules/capabilities.ts';
import { Title } from '../../ui/Title.tsx';
import { useTitle } from '../use-title.ts';
import { InviteSection } from './InviteSection.tsx';
import { MemberList } from './MemberList.tsx';
import { SettingsSection } from './SettingsSection.tsx';
import { useRoster } from './use-roster.ts';

/** Who is in the group; for its hosts, also who may come and who must go. */
export const PeopleScreen = ({ space }: { space: Id }) => {
  const roster = useRoster(space);
  useTitle(m.group_people_title(), roster?.name ?? '');
  if (!roster) return null;
  return (
    <>
      <Title lead={m.group_people_of({ count: roster.people.length })}>{m.group_people_title()}</Title>
      <MemberList space={space} people={roster.people} role={roster.role} />
      {mayWithSpace('invite', roster.role) && <InviteSection space={space} />}
      <SettingsSection
        key={roster.name}
        space={space}
        name={roster.name}
        demoSeconds={roster.demoSeconds}
        role={roster.role}
      />
    </>
  );
};
