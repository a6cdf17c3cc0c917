import { useEffect } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { ButtonLink } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useApp } from '../app-context.ts';
import { places } from '../places.ts';
import { useLive } from '../use-live.ts';
import { useObservable } from '../use-observable.ts';
import { groupsOf } from './groups-of.ts';
import { lastGroup } from './last-group.ts';

/** Where the name of the site leads: into the group that was open last, or to what is to be done first. */
export const HomeScreen = () => {
  const { db, heartbeat, navigate } = useApp();
  const { online } = useObservable(heartbeat.status);
  const found = useLive(async () => {
    const groups = await groupsOf(db);
    const last = await lastGroup(db);
    return {
      group: groups.find(({ id }) => id === last) ?? groups[0] ?? null,
      // One's own space comes with the first answer: without it, nothing was ever pulled.
      isPulled: (await db.spaces.count()) > 0,
    };
  }, [db]);
  const group = found?.group;
  useEffect(() => {
    if (group) navigate(places.queue(group.id), 'replace');
  }, [group?.id, navigate]);

  if (!found || group) return null;
  if (!found.isPulled) {
    return online ? <p role="status">{m.group_home_opening()}</p> : <Notice>{m.group_home_offline()}</Notice>;
  }
  return (
    <Empty
      isPage
      title={m.group_home_title()}
      action={
        <ButtonLink look="main" href={places.newGroup()}>
          {m.group_make_title()}
        </ButtonLink>
      }
    >
      <p>{m.group_home_lead()}</p>
    </Empty>
  );
};
