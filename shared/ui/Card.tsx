import type { ComponentChildren } from 'preact';
import css from './Card.module.css';

type CardProps = {
  labelledBy?: string | undefined;
  children: ComponentChildren;
};

/** One entry on the page, ruled off from the next. */
export const Card = ({ labelledBy, children }: CardProps) => (
  <article class={css.card} aria-labelledby={labelledBy}>
    {children}
  </article>
);
