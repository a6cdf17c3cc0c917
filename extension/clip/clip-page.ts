import { Readability } from '@mozilla/readability';
import { limits } from '../../shared/contract/limits.ts';
import { cleanText, shorten } from '../../shared/contract/text.ts';
import { cleanMarkup } from './clean-markup.ts';
import type { ClipDraft, LinkReason } from './clip-draft.ts';
import { copyDocument } from './copy-document.ts';
import { countWords } from './count-words.ts';
import { startDeadline } from './deadline.ts';
import { dropByline } from './drop-byline.ts';
import { plainMarkup } from './plain-markup.ts';
import { pristine } from './pristine.ts';
import { preferClaims, readMetadata } from './read-metadata.ts';
import { webAddress } from './web-address.ts';

const copyMs = 2_000;
/** Beyond this Readability would hold the tab for seconds; 50,000 nodes are read. */
const mostElements = 150_000;
/** Fewer characters are a headline, a login or an error page. */
const fewestCharacters = 250;

const isPage = (contentType: string): boolean => /^(text\/html|application\/xhtml\+xml)$/.test(contentType);

const extract = (copy: Document) => {
  if (copy.getElementsByTagName('*').length > mostElements) return null;
  return new Readability<Element>(copy, {
    // Readability hands over the element that it made for its content.
    serializer: (node) => node as Element,
    maxElemsToParse: mostElements,
  }).parse();
};

/**
 * A page in, what the group's queue keeps of it out. Runs in the page's process, in a world of our own; reads
 * the page and changes nothing in it. Throws where the page has no address that others could open.
 */
export const clipPage = (page: Document): ClipDraft => {
  const address = pristine.address(page);
  const base = pristine.baseUri(page);
  const url = webAddress(address, base);
  if (!url) throw new Error('Only a web page can be clipped.');

  const copy = copyDocument(page, startDeadline(copyMs));
  const about = readMetadata(copy, url, base);
  const asLink = (reason: LinkReason): ClipDraft => ({ form: 'link', url, ...about, reason });
  if (!isPage(pristine.contentType(page))) return asLink('not-a-page');

  const read = extract(copy);
  if (!read?.content) return asLink('no-text');
  const claimed = preferClaims(about, read);
  const body = read.content.firstElementChild ?? read.content;
  dropByline(body, claimed.byline);
  const text = cleanText(read.content.textContent);
  if (text.length < fewestCharacters) return asLink('no-text');

  body.removeAttribute('id');
  body.setAttribute('dir', read.dir || 'auto');
  plainMarkup(body, url, base);
  const article = cleanMarkup(body.outerHTML);
  if (new TextEncoder().encode(article).length > limits.articleBytes) return asLink('too-long');

  return {
    form: 'article',
    url,
    ...claimed,
    words: Math.min(limits.clipWords, countWords(text, about.language)),
    article,
    beginning: shorten(text.replace(/\s+/g, ' '), limits.excerptLength),
  };
};
