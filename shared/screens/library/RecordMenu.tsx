import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { LocalRecord } from '../../local/db.ts';
import { removeRecord } from '../../local/remove-record.ts';
import { announce } from '../../ui/announce.ts';
import { Sentence } from '../../ui/Sentence.tsx';
import { UserText } from '../../ui/UserText.tsx';
import { useApp } from '../app-context.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { type Choice, MoreMenu } from './MoreMenu.tsx';
import type { useGroup } from './use-group.ts';

type RecordMenuProps = {
  record: LocalRecord;
  title: string;
  mayI: ReturnType<typeof useGroup>['mayI'];
  words: {
    more: (title: { title: string }) => string;
    change: string;
    remove: string;
    /** What is asked once more before it is removed. */
    askTitle: string;
    ask: (title: { title: string }) => string;
    yes: string;
    removed: string;
  };
  /** The dialog in which it is changed; it is always there, and open or not. */
  edit: (dialog: { open: boolean; onClose: () => void }) => ComponentChildren;
  /** After it was removed: a screen that shows it alone has to go elsewhere. */
  onRemoved?: (() => void) | undefined;
  /** What else may be done with it by whoever may change it. */
  others?: readonly Choice[];
};

/** What may be done with a record by whoever may: as a rule its author. Nothing at all for the others. */
export const RecordMenu = ({ record, title, mayI, words, edit, onRemoved, others = [] }: RecordMenuProps) => {
  const { db } = useApp();
  const [asks, setAsks] = useState<'nothing' | 'change' | 'remove'>('nothing');
  const close = () => setAsks('nothing');

  const remove = async () => {
    await removeRecord(db, record.id);
    announce(words.removed);
    onRemoved?.();
  };
  const choices = [
    ...(mayI('change', record)
      ? [{ label: words.change, onChoose: () => setAsks('change') }, ...others]
      : []),
    ...(mayI('delete', record)
      ? [{ label: words.remove, look: 'danger' as const, onChoose: () => setAsks('remove') }]
      : []),
  ];
  return (
    <>
      <MoreMenu label={words.more({ title })} choices={choices} />
      {edit({ open: asks === 'change', onClose: close })}
      <ConfirmDialog
        open={asks === 'remove'}
        title={words.askTitle}
        confirm={words.yes}
        onConfirm={remove}
        onClose={close}
      >
        <p>
          <Sentence say={(name) => words.ask({ title: name })} part={<UserText text={title} />} />
        </p>
      </ConfirmDialog>
    </>
  );
};
