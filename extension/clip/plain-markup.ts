import { articleIdPrefix } from '../../shared/rules/article-markup.ts';
import { webAddress } from './web-address.ts';

/** A picture keeps its address where nothing asks for it by itself. */
const settlePictures = (article: Element, base: string): void => {
  for (const image of article.querySelectorAll('img')) {
    const address = webAddress(image.getAttribute('src'), base);
    const alt = image.getAttribute('alt') ?? '';
    if (!address && !alt) image.remove();
    else if (address) image.setAttribute('data-original', address);
    else image.removeAttribute('data-original');
    image.setAttribute('alt', alt);
  }
};

/** What plays on another site is a link to it. */
const linkPlayers = (article: Element, base: string): void => {
  for (const player of article.querySelectorAll('iframe, video, audio')) {
    const source = player.getAttribute('src') ?? player.querySelector('source')?.getAttribute('src');
    const address = webAddress(source, base);
    const paragraph = article.ownerDocument.createElement('p');
    if (address) {
      const link = article.ownerDocument.createElement('a');
      link.setAttribute('href', address);
      link.textContent = player.getAttribute('title') || new URL(address).hostname;
      paragraph.append(link);
    }
    player.replaceWith(paragraph);
  }
};

/** Footnotes keep working: ids get the article's prefix, and links into the page lead to them. */
const settleLinks = (article: Element, address: string, base: string): void => {
  const ids = new Set<string>();
  for (const element of article.querySelectorAll('[id]')) {
    ids.add(element.id);
    element.id = `${articleIdPrefix}${element.id}`;
  }
  const [page] = address.split('#');
  for (const link of article.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    const absolute = URL.canParse(href, base) ? new URL(href, base) : null;
    const fragment = decodeFragment(absolute?.hash.slice(1) ?? '');
    const isInside = href.startsWith('#') || absolute?.href.split('#')[0] === page;
    if (isInside && ids.has(fragment)) link.setAttribute('href', `#${articleIdPrefix}${fragment}`);
    else if (absolute) link.setAttribute('href', absolute.href);
    else link.removeAttribute('href');
  }
};

const decodeFragment = (fragment: string): string => {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A percent sign that encodes nothing: it is the id as it stands.
    return fragment;
  }
};

/** Says the article in words that the group's copy knows, before what it does not know is taken out. */
export const plainMarkup = (article: Element, address: string, base: string): void => {
  settlePictures(article, base);
  linkPlayers(article, base);
  settleLinks(article, address, base);
};
