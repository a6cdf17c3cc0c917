import type { Ref } from 'preact';
import { Field, type FieldWords } from './Field.tsx';
import { Room } from './Room.tsx';

type TextAreaProps = FieldWords & {
  value: string;
  onInput: (value: string) => void;
  /** Code points. Typing beyond it is let in and said, never cut off. */
  limit?: number;
  rows?: number;
  inputRef?: Ref<HTMLTextAreaElement>;
};

export const TextArea = (props: TextAreaProps) => {
  const { value, onInput, limit, rows = 3, inputRef = null, ...words } = props;
  return (
    <Field {...words} note={limit !== undefined && <Room text={value} limit={limit} />}>
      {(wiring) => (
        <textarea
          {...wiring}
          ref={inputRef}
          rows={rows}
          value={value}
          dir="auto"
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
};
