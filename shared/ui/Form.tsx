import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import css from './Form.module.css';

type FormProps = {
  onSubmit: () => void;
  /** What came back from the last try, or null. A new one moves the focus to the first field that is wrong. */
  failure: unknown;
  children: ComponentChildren;
};

/** Sends nothing by itself. The browser's own bubbles stay away: a field's error stands beside it. */
export const Form = ({ onSubmit, failure, children }: FormProps) => {
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (failure) ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [failure]);
  return (
    <form
      ref={ref}
      class={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
};
