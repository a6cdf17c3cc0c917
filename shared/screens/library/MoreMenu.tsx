import { Ellipsis } from 'lucide-preact';
import { useId, useRef } from 'preact/hooks';
import { Button, type ButtonLook } from '../../ui/Button.tsx';
import css from './MoreMenu.module.css';

export type Choice = { label: string; look?: ButtonLook; onChoose: () => void };

/** What can be done with one thing of one's own. The browser's popover closes it by Escape or a click beside it. */
export const MoreMenu = ({ label, choices }: { label: string; choices: readonly Choice[] }) => {
  const id = useId();
  const sheet = useRef<HTMLDivElement>(null);
  if (choices.length === 0) return null;
  return (
    <div class={css.menu}>
      <Button look="quiet" label={label} opens={id}>
        <Ellipsis aria-hidden="true" />
      </Button>
      <div ref={sheet} id={id} popover="auto" class={css.sheet}>
        {choices.map(({ label: words, look = 'quiet', onChoose }) => (
          <Button
            key={words}
            look={look}
            onClick={() => {
              sheet.current?.hidePopover();
              onChoose();
            }}
          >
            {words}
          </Button>
        ))}
      </div>
    </div>
  );
};
