import { useId } from 'preact/hooks';
import css from './Checkbox.module.css';

type CheckboxProps = { label: string; hint?: string; checked: boolean; onChange: (checked: boolean) => void };

/** Something that is on or off, and is so at once. */
export const Checkbox = ({ label, hint, checked, onChange }: CheckboxProps) => {
  const id = useId();
  return (
    <label class={css.choice}>
      <input
        type="checkbox"
        checked={checked}
        aria-labelledby={id}
        aria-describedby={hint && `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class={css.words}>
        <span id={id}>{label}</span>
        {hint && (
          <span id={`${id}-hint`} class={css.hint}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
};
