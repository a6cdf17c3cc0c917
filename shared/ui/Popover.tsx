import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from './Button.tsx';
import css from './Popover.module.css';

type PopoverProps = {
  /** What the button shows. */
  button: ComponentChildren;
  /** What the button is called, where it shows an icon alone. */
  label?: string | undefined;
  align?: 'start' | 'end';
  children: ComponentChildren;
};

/** A button and a sheet under it; the browser closes it on Escape and on a press elsewhere. */
export const Popover = ({ button, label, align = 'start', children }: PopoverProps) => {
  const id = useId();
  return (
    <div class={css.anchor}>
      <Button look="quiet" opens={id} label={label}>
        {button}
      </Button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: what is pressed is a link or button in it; this only closes the sheet after it */}
      <div
        id={id}
        popover="auto"
        class={css.sheet}
        onClick={(event) => {
          const pressed = event.target instanceof Element && event.target.closest('a, button');
          if (pressed) event.currentTarget.hidePopover();
        }}
        onToggle={(event) => {
          if (event.newState === 'open') place(event.currentTarget, align);
        }}
      >
        {children}
      </div>
    </div>
  );
};

/** Under its button and inside the window; CSS anchor positioning is not in every browser yet. */
const place = (sheet: HTMLElement, align: 'start' | 'end'): void => {
  const anchor = sheet.parentElement?.getBoundingClientRect();
  if (!anchor) return;
  const gap = 8;
  const { offsetWidth: width, offsetHeight: height } = sheet;
  const wished = align === 'end' ? anchor.right - width : anchor.left;
  const below = anchor.bottom + height + gap > innerHeight && anchor.top > height + gap;
  sheet.style.left = `${Math.max(gap, Math.min(wished, document.documentElement.clientWidth - width - gap))}px`;
  sheet.style.top = `${below ? anchor.top - height : anchor.bottom}px`;
};
