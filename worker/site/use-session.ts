import { useEffect, useState } from 'preact/hooks';
import type { Me } from '../../shared/contract/people.ts';
import { knownMe, rememberMe } from '../../shared/local/known-me.ts';
import { wipeAll } from '../../shared/local/wipe.ts';
import { useLive } from '../../shared/screens/use-live.ts';
import { useObservable } from '../../shared/screens/use-observable.ts';
import type { OpenedPage } from './open-page.ts';

/** `opening`: neither this device nor the Worker has said yet who is here. */
export type Session = { state: 'opening' } | { state: 'nobody' } | { state: 'somebody'; me: Me };

/** A device whose session ended keeps nothing but what nobody else has yet: unsent things, and recordings. */
const wipeWhatIsSent = async ({ db }: OpenedPage): Promise<void> => {
  if ((await db.outbox.count()) === 0 && (await db.recordings.count()) === 0) await wipeAll(db);
};

/**
 * Who is here, as this device remembers: so the page opens at once, and offline. The Worker is asked beside it,
 * by the heartbeat, or straight away where nothing is remembered but a cookie may still be there.
 */
export const useSession = (page: OpenedPage): Session => {
  const { db, client, heartbeat } = page;
  const me = useLive(() => knownMe(db), [db]);
  const { signedOut } = useObservable(heartbeat.status);
  const [isAsked, setAsked] = useState(false);

  useEffect(() => {
    if (me !== null || isAsked) return;
    client
      .me()
      .then((answer) => rememberMe(db, answer))
      .catch(console.info)
      .finally(() => setAsked(true));
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

  if (me && !signedOut) return { state: 'somebody', me };
  return me === undefined || (me === null && !isAsked) ? { state: 'opening' } : { state: 'nobody' };
};
