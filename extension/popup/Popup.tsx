import { useState } from 'preact/hooks';
import { m } from '../../shared/messages/paraglide/messages.js';
import { Notice } from '../../shared/ui/Notice.tsx';
import { NoGroups } from '../app/NoGroups.tsx';
import { useKept } from '../app/use-kept.ts';
import { chosenGroup } from '../platform/chosen-group.ts';
import type { Kept } from '../platform/kept.ts';
import type { Tab } from '../platform/tab.ts';
import { ClipPage } from './ClipPage.tsx';
import { Connect } from './Connect.tsx';
import { Frame } from './Frame.tsx';
import { Places } from './Places.tsx';
import { Settings } from './Settings.tsx';

type PopupProps = {
  kept: Kept;
  /** The one that the button was pressed on, for as long as the popup is open. */
  tab: Tab | null;
};

export const Popup = ({ kept: first, tab }: PopupProps) => {
  const kept = useKept(first);
  const [isSetting, setSetting] = useState(false);
  const { connection, groups, ended } = kept;
  const group = chosenGroup(kept);

  if (!connection) {
    return (
      <Frame>
        <Connect tab={tab} ended={ended} />
      </Frame>
    );
  }
  return (
    <Frame settings={{ isOpen: isSetting, toggle: () => setSetting(!isSetting) }}>
      {isSetting && <Settings connection={connection} />}
      {!isSetting && !group && <NoGroups origin={connection.origin} />}
      {!isSetting && group && (
        <>
          {!first.connection && <Notice kind="success">{m.clip_connected()}</Notice>}
          <ClipPage tab={tab} connection={connection} groups={groups} group={group} />
          <Places origin={connection.origin} group={group.id} windowId={tab?.windowId} />
        </>
      )}
    </Frame>
  );
};
