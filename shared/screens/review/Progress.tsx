import { useId } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import css from './Progress.module.css';
import type { Progressing } from './use-progress.ts';

type ProgressProps = { of: Progressing; say: (percent: number) => string };

/** How far something is, while it is; with the way to call it off. */
export const Progress = ({ of: { share, cancel }, say }: ProgressProps) => {
  const id = useId();
  if (share === null) return null;
  const percent = Math.round(share * 100);
  return (
    <div class={css.progress}>
      <label for={id}>{say(percent)}</label>
      <progress id={id} class={css.bar} max={100} value={percent} />
      <Button onClick={cancel}>{m.common_cancel()}</Button>
    </div>
  );
};
