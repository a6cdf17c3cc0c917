import css from './Code.module.css';

/** A code to be read off and typed: large, every sign as wide as the next, and one press selects all of it. */
export const Code = ({ label, code }: { label: string; code: string }) => (
  <p>
    <span class={css.label}>{label}</span> <code class={css.code}>{code}</code>
  </p>
);
