import type { Clip } from '../../contract/kinds/clip.ts';

/** Where a link leads, whatever the page calls itself. */
export const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

/** The site's name as the page gave it, else its host. */
export const siteOf = ({ site, url }: Pick<Clip, 'site' | 'url'>): string => site || hostOf(url);
