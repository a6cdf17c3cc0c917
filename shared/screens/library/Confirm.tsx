import type { ComponentChildren } from 'preact';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

type ConfirmProps = {
  open: boolean;
  title: string;
  /** What goes, and for whom. */
  children: ComponentChildren;
  yes: string;
  onYes: () => void;
  onClose: () => void;
};

/** Asks before what cannot be undone. Keeping things as they are comes first, and has the focus. */
export const Confirm = ({ open, title, children, yes, onYes, onClose }: ConfirmProps) => (
  <Dialog
    open={open}
    title={title}
    onClose={onClose}
    actions={
      <>
        <Button onClick={onClose}>{m.common_cancel()}</Button>
        <Button
          look="danger"
          onClick={() => {
            onClose();
            onYes();
          }}
        >
          {yes}
        </Button>
      </>
    }
  >
    <p>{children}</p>
  </Dialog>
);
