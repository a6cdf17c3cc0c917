import { getLocale } from '../../messages/paraglide/runtime.js';

/** "14:05", or with its date when that was not today. */
export const whenWords = (atMs: number): string =>
  new Intl.DateTimeFormat(getLocale(), {
    timeStyle: 'short',
    ...(new Date(atMs).toDateString() !== new Date().toDateString() && { dateStyle: 'medium' }),
  }).format(atMs);
