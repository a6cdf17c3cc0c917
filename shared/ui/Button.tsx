import type { ComponentChildren, Ref } from 'preact';
import css from './Button.module.css';

/** `main` once a screen; `danger` for what cannot be undone; `record` for the recorder alone. */
export type ButtonLook = 'main' | 'plain' | 'quiet' | 'danger' | 'record';

const classOf = (look: ButtonLook) => [css.button, css[look]].filter(Boolean).join(' ');

type Dress = { look?: ButtonLook; children: ComponentChildren };

type ButtonProps = Dress & {
  /** For a button that shows an icon alone. */
  label?: string | undefined;
  type?: 'button' | 'submit';
  /** Stays focusable and says so; a second press is ignored, so nothing is sent twice. */
  busy?: boolean;
  disabled?: boolean;
  pressed?: boolean | undefined;
  onClick?: ((event: MouseEvent) => void) | undefined;
  /** The id of a popover that the button opens. */
  opens?: string | undefined;
  buttonRef?: Ref<HTMLButtonElement>;
};

export const Button = (props: ButtonProps) => {
  const { look = 'plain', type = 'button', busy = false, disabled = false, onClick } = props;
  return (
    <button
      ref={props.buttonRef ?? null}
      type={type}
      class={classOf(look)}
      disabled={disabled}
      aria-disabled={busy || undefined}
      aria-label={props.label}
      aria-pressed={props.pressed}
      popovertarget={props.opens}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {props.children}
    </button>
  );
};

/** A link that looks like a button: it goes somewhere, so it is a link. */
export const ButtonLink = ({ look = 'plain', href, children }: Dress & { href: string }) => (
  <a class={classOf(look)} href={href}>
    {children}
  </a>
);
