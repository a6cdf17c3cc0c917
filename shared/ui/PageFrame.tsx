import type { ComponentChildren, ComponentType } from 'preact';
import { m } from '../messages/paraglide/messages.js';
import css from './PageFrame.module.css';

export type NavPlace = {
  href: string;
  label: string;
  icon: ComponentType<{ 'aria-hidden': 'true' }>;
  current: boolean;
};

type PageFrameProps = {
  /** The switcher between groups, and whatever else stands at the top. */
  header: ComponentChildren;
  /** Places inside the group: a bar at the bottom of a phone, the notebook's margin on a wide screen. */
  places: readonly NavPlace[];
  /** A line across the page: offline, something refused. */
  banner?: ComponentChildren;
  children: ComponentChildren;
};

export const PageFrame = ({ header, places, banner, children }: PageFrameProps) => (
  <div class={`${css.frame} ${places.length > 0 ? css.withPlaces : ''}`}>
    <a class={css.skip} href="#main">
      {m.common_skip_to_content()}
    </a>
    <div class={css.margin}>
      <header class={css.header}>{header}</header>
      {places.length > 0 && (
        <nav class={css.nav} aria-label={m.common_nav_group()}>
          <ul class={css.places}>
            {places.map(({ href, label, icon: Icon, current }) => (
              <li key={href}>
                <a class={css.place} href={href} aria-current={current ? 'page' : undefined}>
                  <Icon aria-hidden="true" />
                  <span>{label}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
    <main id="main" class={css.main} tabIndex={-1}>
      {banner}
      {children}
    </main>
  </div>
);
