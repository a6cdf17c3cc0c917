import { useState } from 'preact/hooks';
import { removeRecord } from '../../local/remove-record.ts';
import { m } from '../../messages/paraglide/messages.js';
import { announce } from '../../ui/announce.ts';
import { Sentence } from '../../ui/Sentence.tsx';
import { UserText } from '../../ui/UserText.tsx';
import { useApp } from '../app-context.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import type { Entry } from '../library/entry.ts';
import { MoreMenu } from '../library/MoreMenu.tsx';
import type { useGroup } from '../library/use-group.ts';
import { EditWhy } from './EditWhy.tsx';

type ClipMenuProps = {
  clip: Entry<'clip'>;
  mayI: ReturnType<typeof useGroup>['mayI'];
  /** After it was removed: a screen that shows it alone has to go elsewhere. */
  onRemoved?: () => void;
};

/** What the finder can do with a clip; nothing at all for the others. */
export const ClipMenu = ({ clip, mayI, onRemoved }: ClipMenuProps) => {
  const { db } = useApp();
  const [asks, setAsks] = useState<'nothing' | 'why' | 'remove'>('nothing');
  const { record, body } = clip;
  const close = () => setAsks('nothing');

  const remove = async () => {
    await removeRecord(db, record.id);
    announce(m.queue_removed());
    onRemoved?.();
  };
  const choices = [
    ...(mayI('change', record) ? [{ label: m.queue_edit_why(), onChoose: () => setAsks('why') }] : []),
    ...(mayI('delete', record)
      ? [{ label: m.queue_remove(), look: 'danger' as const, onChoose: () => setAsks('remove') }]
      : []),
  ];
  return (
    <>
      <MoreMenu label={m.queue_more({ title: body.title })} choices={choices} />
      <EditWhy open={asks === 'why'} clip={clip} onClose={close} />
      <ConfirmDialog
        open={asks === 'remove'}
        title={m.queue_remove_title()}
        confirm={m.queue_remove_yes()}
        onConfirm={remove}
        onClose={close}
      >
        <p>
          <Sentence say={(title) => m.queue_remove_words({ title })} part={<UserText text={body.title} />} />
        </p>
      </ConfirmDialog>
    </>
  );
};
