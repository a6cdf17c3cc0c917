import { m } from '../../messages/paraglide/messages.js';
import type { Entry } from '../library/entry.ts';
import { RecordMenu } from '../library/RecordMenu.tsx';
import type { useGroup } from '../library/use-group.ts';
import { EditWhy } from './EditWhy.tsx';

type ClipMenuProps = {
  clip: Entry<'clip'>;
  mayI: ReturnType<typeof useGroup>['mayI'];
  /** On a screen that shows it alone. */
  onRemoved?: () => void;
};

export const ClipMenu = ({ clip, mayI, onRemoved }: ClipMenuProps) => (
  <RecordMenu
    record={clip.record}
    title={clip.body.title}
    mayI={mayI}
    words={{
      more: m.queue_more,
      change: m.queue_edit_why(),
      remove: m.queue_remove(),
      askTitle: m.queue_remove_title(),
      ask: m.queue_remove_words,
      yes: m.queue_remove_yes(),
      removed: m.queue_removed(),
    }}
    edit={(dialog) => <EditWhy {...dialog} clip={clip} />}
    onRemoved={onRemoved}
  />
);
