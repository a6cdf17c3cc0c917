import { limits } from '../../shared/contract/limits.ts';
import { cleanLine, cleanText, LanguageTag, shorten } from '../../shared/contract/text.ts';
import { webAddress } from './web-address.ts';

/** What a page says of itself, in the contract's shapes. */
export type Metadata = {
  canonical: string | null;
  title: string;
  byline: string;
  site: string;
  language: string;
  excerpt: string;
  lead: string | null;
};

type Claims = Partial<Record<'title' | 'byline' | 'siteName' | 'excerpt', string | null | undefined>>;

const meta = (copy: Document, ...names: string[]): string => {
  for (const name of names) {
    const content = copy
      .querySelector(`meta[property="${name}" i], meta[name="${name}" i]`)
      ?.getAttribute('content');
    if (content?.trim()) return content;
  }
  return '';
};

const oneLine = (...candidates: (string | null | undefined)[]): string => {
  for (const candidate of candidates) {
    const line = cleanLine(candidate ?? '').replace(/\s+/g, ' ');
    if (line) return shorten(line, limits.titleLength);
  }
  return '';
};

/** Some write `en_US`. */
const languageTag = (...candidates: (string | null | undefined)[]): string => {
  for (const candidate of candidates) {
    const tag = (candidate ?? '').trim().replaceAll('_', '-');
    if (LanguageTag.safeParse(tag).success) return tag;
  }
  return '';
};

/** An author given as an address names nobody. */
const byline = (...candidates: (string | null | undefined)[]): string =>
  oneLine(...candidates.filter((candidate) => !/^\s*https?:/i.test(candidate ?? '')));

const excerpt = (candidate: string): string => shorten(cleanText(candidate), limits.excerptLength);

/** To be read before Readability, which takes the copy apart, the root element included. */
export const readMetadata = (copy: Document, address: string, base: string): Metadata => {
  const host = new URL(address).hostname.replace(/^www\./, '');
  return {
    canonical: webAddress(copy.querySelector('link[rel~="canonical" i]')?.getAttribute('href'), base),
    title: oneLine(meta(copy, 'og:title', 'twitter:title'), copy.title, host),
    byline: byline(meta(copy, 'author', 'article:author')),
    site: oneLine(meta(copy, 'og:site_name', 'application-name'), host),
    language: languageTag(
      copy.documentElement?.lang,
      meta(copy, 'content-language', 'og:locale', 'language'),
    ),
    excerpt: excerpt(meta(copy, 'og:description', 'description', 'twitter:description')),
    lead: webAddress(
      meta(copy, 'og:image:secure_url', 'og:image', 'twitter:image', 'twitter:image:src'),
      base,
    ),
  };
};

/** Readability reads linked data too, and finds names in the text: where it found something, that goes before. */
export const preferClaims = (said: Metadata, claims: Claims): Metadata => ({
  ...said,
  title: oneLine(claims.title, said.title),
  byline: byline(claims.byline, said.byline),
  site: oneLine(claims.siteName, said.site),
  excerpt: excerpt(claims.excerpt || said.excerpt),
});
