const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
};

const codePoint = (code: number): string =>
  code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\ufffd';

const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    if (hex) return codePoint(Number.parseInt(hex, 16));
    if (decimal) return codePoint(Number(decimal));
    return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
  });

/** A complete tag, WebVTT's or HTML's, or a timestamp in a text; a `<` that begins none stands for itself. */
const tag = /<\/?(?:[a-z][^<>]*|\d[\d:.]*)?>/gi;
const voice = /<v(?:\.[^\s<>]*)?[ \t]([^<>]+)>/gi;
/** What SubStation left in SRT files, as `{\an8}`. */
const substation = /\{\\[^{}]*\}/g;

/** The words alone. Who speaks is kept as words too: `<v Ana>` becomes `Ana: `. */
export const plainText = (text: string, format: 'vtt' | 'srt'): string => {
  const words = format === 'srt' ? text.replace(substation, '') : text;
  return decode(words.replace(voice, (_, name: string) => `${name.trim()}: `).replace(tag, ''));
};

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** WebVTT §4.2.2: with `&`, `<` and `>` escaped there is no tag in it, and no `-->`. */
export const escapeText = (text: string): string => text.replace(/[&<>]/g, (char) => escapes[char] ?? char);

/** SRT has no escape of its own; players read HTML's, and it is used where the text would be taken for markup. */
export const escapeSrt = (text: string): string =>
  text
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/<(?=\/?[a-z\d>])/gi, '&lt;')
    .replace(/-->/g, '--&gt;')
    .replace(/\{(?=\\)/g, '&#123;');
