import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { errorOfForm } from '../form-error.ts';
import type { Action } from '../use-action.ts';

type EditDialogProps = {
  open: boolean;
  title: string;
  saving: Action<[]>;
  /** Paths of the fields whose errors stand beside them, as `body.title`. */
  fields: readonly string[];
  /** Each time that it opens: the fields begin as the record now is. */
  onOpen: () => void;
  onClose: () => void;
  children: ComponentChildren;
};

/** A few fields of a record, changed together or not at all. */
export const EditDialog = (props: EditDialogProps) => {
  const { open, title, saving, fields, onOpen, onClose, children } = props;
  const { run, busy, failure, clear } = saving;
  useEffect(() => {
    if (!open) return;
    onOpen();
    clear();
  }, [open]);
  const problem = errorOfForm(failure, fields);
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{m.common_cancel()}</Button>
          <Button look="main" busy={busy} onClick={() => run()}>
            {m.common_save()}
          </Button>
        </>
      }
    >
      <Form onSubmit={run} failure={failure}>
        {children}
        {problem && <Notice kind="problem">{problem}</Notice>}
      </Form>
    </Dialog>
  );
};
