import * as z from 'zod/mini';
import { limits } from './limits.ts';

/**
 * Control characters (but tab and newline) and the bidirectional overrides and isolates: they can make a
 * name read as another one ("Trojan Source", CVE-2021-42574). Plain RTL text and its marks need none of them.
 * And half an emoji (a lone surrogate): no UTF-8 has it, so what is kept would not be what was sent.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const forbidden = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\p{Surrogate}]/u;
const forbiddenAll = new RegExp(forbidden.source, 'gu');
/** What looks like nothing: white space, joiners, soft hyphens, blank fillers. */
const invisible = /[\s\p{Default_Ignorable_Code_Point}\u2800]/gu;

const lengthOf = (text: string): number => Array.from(text).length;
const isBlank = (text: string): boolean => text.replace(invisible, '') === '';

/** What a form does with typed text before it is kept: one line, no hidden characters, no outer space. */
export const cleanLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
    .replace(forbiddenAll, '')
    .trim();

/** As `cleanLine`, but paragraphs stay. */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(forbiddenAll, '')
    .trim();

/** The first `length` code points, never half an emoji's surrogate pair. */
export const shorten = (text: string, length: number): string => {
  const points = Array.from(text);
  return points.length <= length
    ? text
    : `${points
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
};

const clean = z.refine<string>((text) => !forbidden.test(text), { error: 'hidden-characters' });
const oneLine = z.refine<string>((text) => !/[\t\n\r\u2028\u2029]/.test(text), { error: 'one-line' });
const notBlank = z.refine<string>((text) => !isBlank(text), { error: 'blank' });
const atMost = (length: number) =>
  z.refine<string>((text) => lengthOf(text) <= length, { error: 'too-long' });

/** A name or title: one line, something visible in it, at most `length` code points. */
export const line = (length: number) => z.string().check(atMost(length), clean, oneLine, notBlank);
/** As `line`, but may be empty. */
export const optionalLine = (length: number) => z.string().check(atMost(length), clean, oneLine);
/** Paragraphs with something visible in them. */
export const text = (length: number) => z.string().check(atMost(length), clean, notBlank);
export const optionalText = (length: number) => z.string().check(atMost(length), clean);

/** A web address as a person may follow it: http or https alone, no credentials in it. */
export const WebAddress = z.string().check(
  z.refine<string>(
    (value) => {
      if (value.length > limits.urlLength || forbidden.test(value) || !URL.canParse(value)) return false;
      const url = new URL(value);
      return (url.protocol === 'https:' || url.protocol === 'http:') && !url.username && !url.password;
    },
    { error: 'not-an-address' },
  ),
);
export type WebAddress = z.infer<typeof WebAddress>;

/** BCP 47, as far as a page's own word for it has to be looked at: its shape. */
export const LanguageTag = z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/));
