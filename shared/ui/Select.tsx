import { Field, type FieldWords } from './Field.tsx';

export type Option<V extends string> = { value: V; label: string };

type SelectProps<V extends string> = FieldWords & {
  options: readonly Option<V>[];
  value: V;
  onChange: (value: V) => void;
};

export const Select = <V extends string>({ options, value, onChange, ...words }: SelectProps<V>) => (
  <Field {...words}>
    {(wiring) => (
      <select
        {...wiring}
        value={value}
        onChange={(event) => {
          const chosen = options[event.currentTarget.selectedIndex];
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
);
