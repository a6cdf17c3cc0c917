import { Ellipsis } from 'lucide-preact';
import { Button, type ButtonLook } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import css from './MoreMenu.module.css';

export type Choice = { label: string; look?: ButtonLook; onChoose: () => void };

/** What can be done with one thing of one's own. */
export const MoreMenu = ({ label, choices }: { label: string; choices: readonly Choice[] }) => {
  if (choices.length === 0) return null;
  return (
    <div class={css.menu}>
      <Popover button={<Ellipsis aria-hidden="true" />} label={label} align="end">
        <div class={css.choices}>
          {choices.map(({ label: words, look = 'quiet', onChoose }) => (
            <Button key={words} look={look} onClick={onChoose}>
              {words}
            </Button>
          ))}
        </div>
      </Popover>
    </div>
  );
};
