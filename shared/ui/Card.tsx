import type { ComponentChildren } from 'preact';
import css from './Card.module.css';

type CardProps = {
  /** `new` gets the chalk mark. */
  mark?: 'new' | undefined;
  labelledBy?: string | undefined;
  children: ComponentChildren;
};

/** One entry on the page, ruled off from the next. */
export const Card = ({ mark, labelledBy, children }: CardProps) => (
  <article class={`${css.card} ${mark ? css[mark] : ''}`} aria-labelledby={labelledBy}>
    {children}
  </article>
);
