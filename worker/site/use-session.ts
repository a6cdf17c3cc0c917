import { useEffect, useState } from 'preact/hooks';
import type { Me } from '../../shared/contract/people.ts';
import { knownMe, rememberMe } from '../../shared/local/known-me.ts';
import { wipeAll } from '../../shared/local/wipe.ts';
import { useLive } from '../../shared/screens/use-live.ts';
import { useObservable } from '../../shared/screens/use-observable.ts';
import type { OpenedPage } from './open-page.ts';

/** A device whose session ended keeps nothing but what nobody else has yet: unsent things, and recordings. */
const wipeWhatIsSent = async ({ db }: OpenedPage): Promise<void> => {
  if ((await db.outbox.count()) === 0 && (await db.recordings.count()) === 0) await wipeAll(db);
};

/**
 * Who is here, as this device remembers: so the page opens at once, and offline. Null is nobody, undefined is
 * the moment before the local database answers. The Worker is asked beside it: by the heartbeat, or once where
 * nothing is remembered, for Safari forgets databases sooner than cookies.
 */
export const useSession = (page: OpenedPage): Me | null | undefined => {
  const { db, client, heartbeat } = page;
  const me = useLive(() => knownMe(db), [db]);
  const { signedOut } = useObservable(heartbeat.status);
  const [isAsked, setAsked] = useState(false);

  useEffect(() => {
    if (me !== null || isAsked) return;
    setAsked(true);
    client.me().then((answer) => rememberMe(db, answer), console.info);
  }, [me, isAsked, client, db]);

  const isHere = Boolean(me);
  useEffect(() => {
    if (!isHere) return;
    heartbeat.start();
    return () => heartbeat.stop();
  }, [isHere, heartbeat]);

  useEffect(() => {
    if (signedOut) void wipeWhatIsSent(page);
  }, [signedOut, page]);

  return signedOut && me ? null : me;
};
