/**
 * The whole vocabulary of a group's clean copy. The clipper and the reader hand it to DOMPurify; the Worker
 * refuses an article that says anything else. A picture keeps its address in `data-original` and has no
 * `src`: it is asked for when a person asks.
 */
const articleTags: string[] = [
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'p',
  'br',
  'hr',
  'div',
  'section',
  'article',
  'aside',
  'header',
  'footer',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'blockquote',
  'pre',
  'code',
  'kbd',
  'samp',
  'var',
  'figure',
  'figcaption',
  'table',
  'caption',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'th',
  'td',
  'colgroup',
  'col',
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'del',
  'dfn',
  'em',
  'i',
  'ins',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'wbr',
  'ruby',
  'rt',
  'rp',
  'details',
  'summary',
  'img',
];

const articleAttributes: string[] = [
  'href',
  'alt',
  'title',
  'lang',
  'dir',
  'datetime',
  'cite',
  'colspan',
  'rowspan',
  'scope',
  'start',
  'reversed',
  'value',
  'span',
  'data-original',
  'id',
];

const addressed: ReadonlySet<string> = new Set(['href', 'cite', 'data-original']);
const tags: ReadonlySet<string> = new Set(articleTags);
const attributes: ReadonlySet<string> = new Set(articleAttributes);

const isSafeAddress = (value: string): boolean =>
  value.startsWith('#') ||
  (URL.canParse(value) && ['http:', 'https:', 'mailto:'].includes(new URL(value).protocol));

export const isArticleTag = (name: string): boolean => tags.has(name.toLowerCase());

/** The list as DOMPurify takes it; `isArticleAttribute` says of its hook what each value has to be. */
export const articlePurity = {
  ALLOWED_TAGS: articleTags,
  ALLOWED_ATTR: articleAttributes,
  ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOW_SELF_CLOSE_IN_ATTR: false,
};

/** An `id` must carry this prefix, so that no footnote can name a thing of the page's own (DOM clobbering). */
export const articleIdPrefix = 'a-';

export const isArticleAttribute = (name: string, value: string): boolean => {
  const lower = name.toLowerCase();
  if (!attributes.has(lower)) return false;
  if (lower === 'id') return value.startsWith(articleIdPrefix);
  return !addressed.has(lower) || isSafeAddress(value);
};
