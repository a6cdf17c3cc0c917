import { m } from '../messages/paraglide/messages.js';
import { Button } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import css from './ProgressLine.module.css';

type ProgressLineProps = {
  /** 0 to 1. */
  share: number;
  say: (percent: number) => string;
  /** Where something else beside it calls it off: none. */
  onCancel?: () => void;
};

/** How far something is, in words and as a bar, with the way to call it off. */
export const ProgressLine = ({ share, say, onCancel }: ProgressLineProps) => {
  const words = say(Math.round(share * 100));
  return (
    <div class={css.line}>
      <p class={css.words}>{words}</p>
      <ProgressBar value={share} label={words} />
      {onCancel && <Button onClick={onCancel}>{m.common_cancel()}</Button>}
    </div>
  );
};
