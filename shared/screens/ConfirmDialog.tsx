import type { ComponentChildren } from 'preact';
import { errorText } from '../messages/error-text.ts';
import { m } from '../messages/paraglide/messages.js';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useAction } from './use-action.ts';

type ConfirmDialogProps = {
  open: boolean;
  title: string;
  children: ComponentChildren;
  /** What the button says, as a verb. */
  confirm: string;
  look?: 'main' | 'danger';
  /** Its failure is shown in the dialog, which then stays open. */
  onConfirm: () => Promise<void>;
  onClose: () => void;
};

/** Asks once more before the Worker is asked to do something that does not come back. */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const { run, busy, failure, clear } = useAction(async () => {
    await props.onConfirm();
    props.onClose();
  });
  const close = () => {
    clear();
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      title={props.title}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{m.common_cancel()}</Button>
          <Button look={props.look ?? 'danger'} busy={busy} onClick={() => run()}>
            {props.confirm}
          </Button>
        </>
      }
    >
      {props.children}
      {Boolean(failure) && <Notice kind="problem">{errorText(failure)}</Notice>}
    </Dialog>
  );
};
