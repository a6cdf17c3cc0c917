import { m } from '../../messages/paraglide/messages.js';
import css from './Brand.module.css';

/** The loop drawn with chalk, and the name; it leads to the start. */
export const Brand = () => (
  <a class={css.brand} href="/">
    <svg viewBox="0 0 32 32" aria-hidden="true" class={css.loop}>
      <path d="M23.5 9.5A10 10 0 1 0 26 16.2" />
      <path d="M11.5 16.3l3.6 3.7L26.5 7.5" />
    </svg>
    <span>{m.common_app_name()}</span>
  </a>
);
