import type { Ref } from 'preact';
import { Field, type FieldWords } from './Field.tsx';
import { Room } from './Room.tsx';

type TextAreaProps = FieldWords & {
  value: string;
  onInput: (value: string) => void;
  /** Code points. Typing beyond it is let in and said, never cut off. */
  limit?: number;
  rows?: number;
  name?: string;
  inputRef?: Ref<HTMLTextAreaElement>;
};

export const TextArea = (props: TextAreaProps) => {
  const { label, hint, error, value, onInput, limit, rows = 3 } = props;
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      note={limit !== undefined && <Room text={value} limit={limit} />}
    >
      {(wiring) => (
        <textarea
          {...wiring}
          ref={props.inputRef ?? null}
          name={props.name}
          rows={rows}
          value={value}
          dir="auto"
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
};
