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
};

export const TextField = (props: TextFieldProps) => {
  const { value, onInput, limit, name, autocomplete, autocapitalize, spellcheck, required, ...words } = props;
  return (
    <Field {...words} note={limit !== undefined && <Room text={value} limit={limit} />}>
      {(wiring) => (
        <input
          {...wiring}
          type="text"
          name={name}
          value={value}
          dir="auto"
          autocomplete={autocomplete ?? 'off'}
          autocapitalize={autocapitalize}
          spellcheck={spellcheck}
          aria-required={required || undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
};
