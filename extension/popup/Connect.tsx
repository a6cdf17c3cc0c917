import { useEffect, useState } from 'preact/hooks';
import { m } from '../../shared/messages/paraglide/messages.js';
import { Notice } from '../../shared/ui/Notice.tsx';
import type { Tab } from '../platform/tab.ts';
import { ConnectByCode } from './ConnectByCode.tsx';
import { ConnectByPage } from './ConnectByPage.tsx';
import { type Found, findChalkloop } from './find-chalkloop.ts';

/** This browser is not connected: with the page it stands on, if that is a Chalkloop, or else by a code. */
export const Connect = ({ tab, ended }: { tab: Tab | null; ended: string | null }) => {
  const [found, setFound] = useState<Found | undefined>(undefined);
  useEffect(() => {
    if (tab) void findChalkloop(tab).then(setFound);
    else setFound(null);
  }, [tab]);

  if (found === undefined) return <p role="status">{m.clip_looking()}</p>;
  return (
    <>
      {ended && <Notice kind="problem">{m.clip_ended({ origin: ended })}</Notice>}
      {found && tab ? (
        <ConnectByPage tab={tab} origin={found.origin} insecure={found.insecure} />
      ) : (
        <ConnectByCode />
      )}
    </>
  );
};
