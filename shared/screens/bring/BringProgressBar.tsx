import { useId } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import css from './Bringing.module.css';
import type { Bring } from './use-bring.ts';

const leftWords = (leftSeconds: number | null): string => {
  if (leftSeconds === null) return '';
  return leftSeconds < 60 ? m.bring_left_little() : m.bring_left({ count: Math.ceil(leftSeconds / 60) });
};

type BringProgressBarProps = { name: string; state: Exclude<Bring, { at: 'failed' }> };

/** Per cent, and how long it still takes as far as that can be told. */
export const BringProgressBar = ({ name, state }: BringProgressBarProps) => {
  const id = useId();
  if (state.at === 'looking') return <p role="status">{m.bring_looking({ name })}</p>;
  const percent = Math.floor(state.share * 100);
  return (
    <div class={css.progress}>
      <label for={id}>
        {m.bring_progress({ name, percent })} {leftWords(state.leftSeconds)}
      </label>
      <progress id={id} max={100} value={percent} />
    </div>
  );
};
