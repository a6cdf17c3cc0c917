import { useEffect, useState } from 'preact/hooks';
import { type Kept, onKept } from '../platform/kept.ts';
import type { Tab } from '../platform/tab.ts';
import { ClipPage } from './ClipPage.tsx';
import { Connect } from './Connect.tsx';
import { Frame } from './Frame.tsx';
import { Settings } from './Settings.tsx';

type PopupProps = {
  kept: Kept;
  /** The one that the button was pressed on, for as long as the popup is open. */
  tab: Tab | null;
};

export const Popup = ({ kept: first, tab }: PopupProps) => {
  const [kept, setKept] = useState(first);
  const [isSetting, setSetting] = useState(false);
  useEffect(() => onKept(setKept), []);
  const { connection, groups, chosen, ended } = kept;

  if (!connection) {
    return (
      <Frame>
        <Connect tab={tab} ended={ended} />
      </Frame>
    );
  }
  return (
    <Frame settings={{ isOpen: isSetting, toggle: () => setSetting(!isSetting) }}>
      {isSetting ? (
        <Settings connection={connection} />
      ) : (
        <ClipPage tab={tab} connection={connection} groups={groups} chosen={chosen} />
      )}
    </Frame>
  );
};
