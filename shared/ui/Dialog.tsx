import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import css from './Dialog.module.css';

type DialogProps = {
  open: boolean;
  title: string;
  children: ComponentChildren;
  /** Buttons; the one that changes nothing comes first, and so has the focus. */
  actions: ComponentChildren;
  /** Escape and the browser's own back gesture too. */
  onClose: () => void;
};

/** The native modal dialog: the browser keeps focus inside, makes the page inert and gives focus back. */
export const Dialog = ({ open, title, children, actions, onClose }: DialogProps) => {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (open && dialog && !dialog.open) dialog.showModal();
    if (!open) dialog?.close();
  }, [open]);
  return (
    <dialog
      ref={ref}
      class={css.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {open && (
        <div class={css.sheet}>
          <h2 id={titleId}>{title}</h2>
          <div class={css.body}>{children}</div>
          <div class={css.actions}>{actions}</div>
        </div>
      )}
    </dialog>
  );
};
