import { pristine } from './pristine.ts';

/** Where lazy-loading scripts keep the true address; those that hold several come last. */
const lazyAttributes = [
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-lazy',
  'data-hi-res-src',
  'data-original-src',
  'data-url',
  'data-srcset',
  'data-lazy-srcset',
  'srcset',
];

/** A tiny picture inside the page is a placeholder: no photograph fits into 200 characters. */
const isPlaceholder = (address: string): boolean =>
  address === '' || /^(about|blob):/.test(address) || (address.startsWith('data:') && address.length < 200);

const resolve = (address: string, base: string): string => {
  const url = URL.canParse(address, base) ? new URL(address, base) : null;
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : '';
};

/** The first address of a srcset or the whole of a plain one. */
const firstAddress = (value: string): string => value.trim().split(/\s+/)[0]?.replace(/,$/, '') ?? '';

const addressOf = (original: Element, copy: Element, base: string): string => {
  const shown = pristine.currentSource(original);
  if (!isPlaceholder(shown)) return resolve(shown, base);
  const written = pristine.attribute(copy, 'src');
  if (!isPlaceholder(written)) return resolve(written, base);
  for (const name of lazyAttributes) {
    const address = resolve(firstAddress(pristine.attribute(copy, name)), base);
    if (address && pristine.attribute(copy, name)) return address;
  }
  return '';
};

/** Gives every picture of an exact copy the address of what is shown, or would be once scrolled to. */
export const showImages = (
  source: Document | ShadowRoot,
  copy: Document | DocumentFragment,
  base: string,
): void => {
  const copies = pristine.queryAll(copy, 'img');
  for (const [index, original] of pristine.queryAll(source, 'img').entries()) {
    const image = copies[index];
    if (!image) continue;
    const address = addressOf(original, image, base);
    for (const name of [...lazyAttributes, 'loading', 'sizes']) pristine.removeAttribute(image, name);
    if (address) pristine.setAttribute(image, 'src', address);
  }
};
