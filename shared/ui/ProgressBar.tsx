import { useId } from 'preact/hooks';
import css from './ProgressBar.module.css';

type ProgressBarProps = {
  label: string;
  /** 0 to 1; left out while nobody knows. */
  value?: number | undefined;
};

export const ProgressBar = ({ label, value }: ProgressBarProps) => {
  const id = useId();
  return (
    <div class={css.progress}>
      <label class={css.label} for={id}>
        {label}
      </label>
      <progress id={id} class={css.bar} max={1} value={value} />
    </div>
  );
};
