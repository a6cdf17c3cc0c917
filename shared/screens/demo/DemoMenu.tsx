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
import { EditDemo } from './EditDemo.tsx';

type DemoMenuProps = {
  demo: Entry<'demo'>;
  mayI: ReturnType<typeof useGroup>['mayI'];
  onDeleted: () => void;
};

/** What its author can do with a demo; nothing at all for the others. */
export const DemoMenu = ({ demo, mayI, onDeleted }: DemoMenuProps) => {
  const { db } = useApp();
  const [asks, setAsks] = useState<'nothing' | 'edit' | 'delete'>('nothing');
  const { record, body } = demo;
  const close = () => setAsks('nothing');

  const remove = async () => {
    await removeRecord(db, record.id);
    announce(m.feed_deleted());
    onDeleted();
  };
  const choices = [
    ...(mayI('change', record) ? [{ label: m.feed_edit(), onChoose: () => setAsks('edit') }] : []),
    ...(mayI('delete', record)
      ? [{ label: m.feed_delete(), look: 'danger' as const, onChoose: () => setAsks('delete') }]
      : []),
  ];
  return (
    <>
      <MoreMenu label={m.feed_more({ title: body.title })} choices={choices} />
      <EditDemo open={asks === 'edit'} demo={demo} onClose={close} />
      <ConfirmDialog
        open={asks === 'delete'}
        title={m.feed_delete_title()}
        confirm={m.feed_delete_yes()}
        onConfirm={remove}
        onClose={close}
      >
        <p>
          <Sentence say={(title) => m.feed_delete_words({ title })} part={<UserText text={body.title} />} />
        </p>
      </ConfirmDialog>
    </>
  );
};
