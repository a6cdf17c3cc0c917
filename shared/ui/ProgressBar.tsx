import css from './ProgressBar.module.css';

type ProgressBarProps = {
  /** 0 to 1. */
  value: number;
  label: string;
};

/** How far something is, beside words that say the same. */
export const ProgressBar = ({ value, label }: ProgressBarProps) => (
  <progress class={css.bar} max={1} value={Math.min(1, Math.max(0, value))} aria-label={label} />
);
