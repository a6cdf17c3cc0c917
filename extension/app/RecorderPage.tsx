import { RecorderScreen } from '../../shared/screens/recorder/RecorderScreen.tsx';
import { Brand } from '../../shared/screens/shell/Brand.tsx';
import { chosenGroup } from '../platform/chosen-group.ts';
import type { Kept } from '../platform/kept.ts';
import { ConnectedPage } from './ConnectedPage.tsx';
import { NoGroups } from './NoGroups.tsx';
import { useKept } from './use-kept.ts';

type RecorderPageProps = {
  kept: Kept;
  /** The group that the tab was opened for: it does not change with the choice in a popup. */
  asked: string | null;
};

export const RecorderPage = ({ kept: first, asked }: RecorderPageProps) => {
  const kept = useKept(first);
  const group = kept.groups.find(({ id }) => id === asked) ?? chosenGroup(kept);
  return (
    <ConnectedPage connection={kept.connection} header={<Brand />}>
      {!group && kept.connection && <NoGroups origin={kept.connection.origin} />}
      {group && <RecorderScreen key={group.id} space={group.id} />}
    </ConnectedPage>
  );
};
