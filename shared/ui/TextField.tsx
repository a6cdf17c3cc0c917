import type { Ref } from 'preact';
import { Field, type FieldWords } from './Field.tsx';
import { Room } from './Room.tsx';

type TextFieldProps = FieldWords & {
  value: string;
  onInput: (value: string) => void;
  /** Code points. Typing beyond it is let in and said, never cut off. */
  limit?: number;
  name?: string;
  autocomplete?: string;
  autocapitalize?: 'off' | 'characters' | 'words' | 'sentences';
  spellcheck?: boolean;
  required?: boolean;
  inputRef?: Ref<HTMLInputElement>;
};

export const TextField = (props: TextFieldProps) => {
  const { label, hint, error, value, onInput, limit, spellcheck } = props;
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      note={limit !== undefined && <Room text={value} limit={limit} />}
    >
      {(wiring) => (
        <input
          {...wiring}
          ref={props.inputRef ?? null}
          type="text"
          name={props.name}
          value={value}
          dir="auto"
          autocomplete={props.autocomplete ?? 'off'}
          autocapitalize={props.autocapitalize}
          spellcheck={spellcheck}
          aria-required={props.required || undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
};
