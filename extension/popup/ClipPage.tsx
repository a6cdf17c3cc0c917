import { useEffect, useState } from 'preact/hooks';
import type { Id } from '../../shared/contract/ids.ts';
import { m } from '../../shared/messages/paraglide/messages.js';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import type { Connection, Group } from '../platform/kept.ts';
import { openTab, type Tab } from '../platform/tab.ts';
import { ClipForm } from './ClipForm.tsx';
import { Places } from './Places.tsx';
import { type Cannot, type PageRead, readPage } from './read-page.ts';

type ClipPageProps = { tab: Tab | null; connection: Connection; groups: Group[]; chosen: Id | null };

const sentences: Record<Cannot, () => string> = {
  browser: m.clip_cannot_browser,
  file: m.clip_cannot_file,
  own: m.clip_cannot_own,
};

/** The group that was saved to last, where it is still one of them. */
const groupOf = (groups: Group[], chosen: Id | null): Group | undefined =>
  groups.find(({ id }) => id === chosen) ?? groups[0];

export const ClipPage = ({ tab, connection, groups, chosen }: ClipPageProps) => {
  const [read, setRead] = useState<PageRead | null>(null);
  useEffect(() => {
    if (tab) void readPage(tab, connection.origin).then(setRead);
    else setRead({ cannot: 'browser' });
  }, [tab, connection.origin]);
  const group = groupOf(groups, chosen);

  if (!group) {
    return (
      <Notice
        action={<Button onClick={() => void openTab(connection.origin)}>{m.clip_open_chalkloop()}</Button>}
      >
        {m.clip_no_groups()}
      </Notice>
    );
  }
  return (
    <>
      {!read && <p role="status">{m.clip_reading()}</p>}
      {read && 'cannot' in read && <Notice>{sentences[read.cannot]()}</Notice>}
      {read && 'draft' in read && tab && (
        <ClipForm tab={tab} draft={read.draft} connection={connection} groups={groups} group={group} />
      )}
      <Places origin={connection.origin} group={group.id} windowId={tab?.windowId} />
    </>
  );
};
