import { useEffect } from 'preact/hooks';
import { m } from '../messages/paraglide/messages.js';

/** What the tab is called while the screen is open; the most particular part first. */
export const useTitle = (...parts: readonly string[]): void => {
  const title = [...parts, m.common_app_name()].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
};
