import type { ComponentChildren } from 'preact';
import type { LocalSpace } from '../../local/db.ts';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { useApp } from '../app-context.ts';
import { useLive } from '../use-live.ts';
import { Brand } from './Brand.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { GroupSwitcher } from './GroupSwitcher.tsx';
import { groupsOf } from './groups-of.ts';
import { type Place, placesOf } from './places.ts';
import css from './Shell.module.css';

type ShellProps = {
  /** The group that is open; null on pages outside of any. */
  group: LocalSpace | null;
  place: Place | null;
  children: ComponentChildren;
};

/** Header, the group's places and what waits, round every screen of somebody who is signed in. */
export const Shell = ({ group, place, children }: ShellProps) => {
  const { db } = useApp();
  const groups = useLive(() => groupsOf(db), [db]);
  return (
    <PageFrame
      header={
        <div class={css.header}>
          <Brand />
          <GroupSwitcher groups={groups ?? []} current={group} />
        </div>
      }
      places={group ? placesOf(group.id, place) : []}
      banner={<ConnectionBanner />}
    >
      {children}
    </PageFrame>
  );
};
