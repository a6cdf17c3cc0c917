import { useState } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import { cleanLine } from '../../contract/text.ts';
import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useAction } from '../use-action.ts';
import { UnpublishedNotice } from './UnpublishedNotice.tsx';

type CloseGroupDialogProps = {
  open: boolean;
  space: Id;
  name: string;
  onConfirm: () => Promise<void>;
  onClose: () => void;
};

/** Deletes for everybody and for good, so the name is typed and no slip of the finger is enough. */
export const CloseGroupDialog = ({ open, space, name, onConfirm, onClose }: CloseGroupDialogProps) => {
  const [typed, setTyped] = useState('');
  const [isOther, setOther] = useState(false);
  const { run, busy, failure, clear } = useAction(onConfirm);
  const leave = () => {
    setTyped('');
    setOther(false);
    clear();
    onClose();
  };
  const press = async () => {
    const isSame = cleanLine(typed).toLocaleLowerCase() === cleanLine(name).toLocaleLowerCase();
    setOther(!isSame);
    if (isSame) await run();
  };
  return (
    <Dialog
      open={open}
      title={m.group_close_title({ group: name })}
      onClose={leave}
      actions={
        <>
          <Button onClick={leave}>{m.common_cancel()}</Button>
          <Button look="danger" busy={busy} onClick={press}>
            {m.group_close()}
          </Button>
        </>
      }
    >
      <p>{m.group_close_words()}</p>
      <UnpublishedNotice space={space} />
      <TextField
        label={m.group_close_type()}
        error={isOther ? m.group_close_mismatch({ group: name }) : undefined}
        value={typed}
        onInput={setTyped}
        spellcheck={false}
      />
      {Boolean(failure) && <Notice kind="problem">{errorText(failure)}</Notice>}
    </Dialog>
  );
};
