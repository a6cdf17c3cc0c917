import { useId } from 'preact/hooks';
import type { FieldWords } from './Field.tsx';
import css from './RadioGroup.module.css';

type Choice<V extends string> = { value: V; label: string };

type RadioGroupProps<V extends string> = FieldWords & {
  choices: readonly Choice<V>[];
  /** Null: nothing is chosen for anybody. */
  value: V | null;
  onChange: (value: V) => void;
};

export const RadioGroup = <V extends string>(props: RadioGroupProps<V>) => {
  const { label, hint, error, choices, value, onChange } = props;
  const id = useId();
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <fieldset class={css.group} aria-describedby={describedBy || undefined}>
      <legend class={css.legend}>{label}</legend>
      {hint && (
        <p class={css.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {choices.map((choice) => (
        <label key={choice.value} class={css.choice}>
          <input
            type="radio"
            name={id}
            checked={choice.value === value}
            aria-invalid={error ? true : undefined}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
      {error && (
        <p class={css.error} id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
};
