import type { ComponentChildren } from 'preact';
import css from './Title.module.css';

/** A page's one `h1`, with a sentence under it. */
export const Title = ({ children, lead }: { children: ComponentChildren; lead?: ComponentChildren }) => (
  <div class={css.title}>
    <h1>{children}</h1>
    {lead && <p class={css.lead}>{lead}</p>}
  </div>
);
