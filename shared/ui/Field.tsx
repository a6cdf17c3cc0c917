import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import css from './Field.module.css';

export type FieldWords = {
  label: string;
  hint?: string | undefined;
  /** A sentence that says what to do. It is read with the field, and the field says that it is wrong. */
  error?: string | undefined;
};

export type FieldWiring = {
  id: string;
  class: string | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

type FieldProps = FieldWords & {
  /** Beside the hint: how much room is left. */
  note?: ComponentChildren;
  children: (wiring: FieldWiring) => ComponentChildren;
};

/** Label, hint, control and error, tied together for those who hear the page. */
export const Field = ({ label, hint, error, note, children }: FieldProps) => {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [error && errorId, hint && hintId].filter(Boolean).join(' ');
  return (
    <div class={css.field}>
      <label class={css.label} for={id}>
        {label}
      </label>
      {hint && (
        <p class={css.hint} id={hintId}>
          {hint}
        </p>
      )}
      {children({
        id,
        class: css.control,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <p class={css.error} id={errorId}>
          {error}
        </p>
      )}
      {note}
    </div>
  );
};
