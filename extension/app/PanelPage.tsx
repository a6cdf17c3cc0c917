import { m } from '../../shared/messages/paraglide/messages.js';
import { places } from '../../shared/screens/places.ts';
import { QueueScreen } from '../../shared/screens/queue/QueueScreen.tsx';
import { Brand } from '../../shared/screens/shell/Brand.tsx';
import { ButtonLink } from '../../shared/ui/Button.tsx';
import { chosenGroup } from '../platform/chosen-group.ts';
import type { Kept } from '../platform/kept.ts';
import { ConnectedPage } from './ConnectedPage.tsx';
import { GroupChoice } from './GroupChoice.tsx';
import { NoGroups } from './NoGroups.tsx';
import { useKept } from './use-kept.ts';

/** The group's queue beside whatever page is open. */
export const PanelPage = ({ kept: first }: { kept: Kept }) => {
  const kept = useKept(first);
  const group = chosenGroup(kept);
  return (
    <ConnectedPage
      connection={kept.connection}
      header={group ? <GroupChoice groups={kept.groups} group={group} /> : <Brand />}
    >
      {!group && kept.connection && <NoGroups origin={kept.connection.origin} />}
      {group && (
        <>
          <QueueScreen key={group.id} space={group.id} />
          <ButtonLink href={places.feed(group.id)}>{m.common_nav_feed()}</ButtonLink>
        </>
      )}
    </ConnectedPage>
  );
};
