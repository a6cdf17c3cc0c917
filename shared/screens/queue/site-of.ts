import type { Clip } from '../../contract/kinds/clip.ts';

/** The site's name as the page gave it, else its host. */
export const siteOf = ({ site, url }: Pick<Clip, 'site' | 'url'>): string =>
  site || new URL(url).hostname.replace(/^www\./, '');
