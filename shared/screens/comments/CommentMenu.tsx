import type { LocalRecord } from '../../local/db.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import type { useGroup } from '../library/use-group.ts';
import css from './CommentItem.module.css';

type CommentMenuProps = {
  record: LocalRecord;
  mayI: ReturnType<typeof useGroup>['mayI'];
  onChoose: (does: 'edit' | 'delete') => void;
};

/** Two buttons under a comment of one's own. */
export const CommentMenu = ({ record, mayI, onChoose }: CommentMenuProps) => {
  const [change, remove] = [mayI('change', record), mayI('delete', record)];
  if (!change && !remove) return null;
  return (
    <div class={css.actions}>
      {change && (
        <Button look="quiet" onClick={() => onChoose('edit')}>
          {m.feed_comment_edit()}
        </Button>
      )}
      {remove && (
        <Button look="quiet" onClick={() => onChoose('delete')}>
          {m.feed_comment_delete()}
        </Button>
      )}
    </div>
  );
};
