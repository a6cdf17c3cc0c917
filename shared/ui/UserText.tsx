import css from './UserText.module.css';

/**
 * What a person typed, always as text. It is isolated, so that a right-to-left name does not turn the
 * sentence round it (UAX #9), and finds its own direction.
 */
export const UserText = ({ text }: { text: string }) => (
  <bdi dir="auto" class={css.line}>
    {text}
  </bdi>
);

/** As `UserText`, with its paragraphs. */
export const UserParagraphs = ({ text }: { text: string }) => (
  <p dir="auto" class={css.paragraphs}>
    {text}
  </p>
);
