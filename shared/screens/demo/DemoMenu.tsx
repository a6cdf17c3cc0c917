import { useState } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { useApp } from '../app-context.ts';
import type { Entry } from '../library/entry.ts';
import { RecordMenu } from '../library/RecordMenu.tsx';
import type { useGroup } from '../library/use-group.ts';
import { places } from '../places.ts';
import { DownloadDemo } from './DownloadDemo.tsx';
import { EditDemo } from './EditDemo.tsx';

type DemoMenuProps = {
  demo: Entry<'demo'>;
  mayI: ReturnType<typeof useGroup>['mayI'];
  onDeleted: () => void;
};

export const DemoMenu = ({ demo, mayI, onDeleted }: DemoMenuProps) => {
  const { navigate } = useApp();
  const [isDownloading, setDownloading] = useState(false);
  return (
    <>
      <RecordMenu
        record={demo.record}
        title={demo.body.title}
        mayI={mayI}
        words={{
          more: m.feed_more,
          change: m.feed_edit(),
          remove: m.feed_delete(),
          askTitle: m.feed_delete_title(),
          ask: m.feed_delete_words,
          yes: m.feed_delete_yes(),
          removed: m.feed_deleted(),
        }}
        edit={(dialog) => <EditDemo {...dialog} demo={demo} />}
        onRemoved={onDeleted}
        others={[
          {
            label: demo.body.captions === 'pending' ? m.captions_add() : m.captions_edit(),
            onChoose: () => navigate(places.captions(demo.record.space, demo.record.id)),
          },
          { label: m.review_download(), onChoose: () => setDownloading(true) },
        ]}
      />
      <DownloadDemo open={isDownloading} demo={demo} onClose={() => setDownloading(false)} />
    </>
  );
};
