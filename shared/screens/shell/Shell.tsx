import type { ComponentChildren } from 'preact';
import type { LocalSpace } from '../../local/db.ts';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { useApp } from '../app-context.ts';
import { RecoverySuggestion } from '../identity/RecoverySuggestion.tsx';
import { useLive } from '../use-live.ts';
import { Brand } from './Brand.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { GroupSwitcher } from './GroupSwitcher.tsx';
import { groupsOf } from './groups-of.ts';
import { lastGroup } from './last-group.ts';
import { type Place, placesOf } from './nav-places.ts';
import css from './Shell.module.css';

type ShellProps = {
  /** The group that is open; null on pages outside of any, which keep the way back to the last one. */
  group: LocalSpace | null;
  place: Place | null;
  children: ComponentChildren;
};

/** Header, the group's places and what waits, round every screen of somebody who is signed in. */
export const Shell = ({ group, place, children }: ShellProps) => {
  const { db } = useApp();
  const held = useLive(async () => ({ groups: await groupsOf(db), last: await lastGroup(db) }), [db]);
  if (!held) return null;
  const shown = group ?? held.groups.find(({ id }) => id === held.last) ?? held.groups[0] ?? null;
  return (
    <PageFrame
      header={
        <div class={shown ? css.header : css.visitor}>
          <Brand />
          <GroupSwitcher groups={held.groups} current={shown} />
        </div>
      }
      places={shown ? placesOf(shown.id, place) : []}
      banner={<ConnectionBanner />}
    >
      {children}
      {place !== null && place !== 'record' && <RecoverySuggestion />}
    </PageFrame>
  );
};
