import { useEffect, useState } from 'preact/hooks';
import { m } from '../../shared/messages/paraglide/messages.js';
import { Notice } from '../../shared/ui/Notice.tsx';
import { GroupChoice } from '../app/GroupChoice.tsx';
import type { Connection, Group } from '../platform/kept.ts';
import type { Tab } from '../platform/tab.ts';
import { ClipForm } from './ClipForm.tsx';
import { type Cannot, type PageRead, readPage } from './read-page.ts';

type ClipPageProps = { tab: Tab | null; connection: Connection; groups: Group[]; group: Group };

const sentences: Record<Cannot, () => string> = {
  browser: m.clip_cannot_browser,
  file: m.clip_cannot_file,
  own: m.clip_cannot_own,
};

/** What the tab shows, ready to be saved; or why it cannot be. */
export const ClipPage = ({ tab, connection, groups, group }: ClipPageProps) => {
  const [read, setRead] = useState<PageRead | null>(null);
  useEffect(() => {
    if (tab) void readPage(tab, connection.origin).then(setRead);
    else setRead({ cannot: 'browser' });
  }, [tab, connection.origin]);

  if (read && 'draft' in read && tab) {
    return <ClipForm tab={tab} draft={read.draft} connection={connection} groups={groups} group={group} />;
  }
  return (
    <>
      {read && 'cannot' in read ? (
        <Notice>{sentences[read.cannot]()}</Notice>
      ) : (
        <p role="status">{m.clip_reading()}</p>
      )}
      <GroupChoice groups={groups} group={group} />
    </>
  );
};
