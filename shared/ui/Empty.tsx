import type { ComponentChildren } from 'preact';
import css from './Empty.module.css';

type EmptyProps = {
  title: string;
  /** Nothing else is on the page: its title is the page's. */
  isPage?: boolean;
  children?: ComponentChildren;
  action?: ComponentChildren;
};

/** An empty page of the notebook: what belongs here, and how to put the first thing in. */
export const Empty = ({ title, isPage = false, children, action }: EmptyProps) => (
  <div class={css.empty}>
    {isPage ? <h1>{title}</h1> : <h2>{title}</h2>}
    {children && <div class={css.words}>{children}</div>}
    {action && <div class={css.action}>{action}</div>}
  </div>
);
