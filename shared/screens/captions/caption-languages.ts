import { getLocale } from '../../messages/paraglide/runtime.js';
import { languageName } from '../../ui/language-name.ts';

/** Languages that are spoken in school videos, by BCP 47; one that a file is in already is added to them. */
const offered = [
  ...[
    'am',
    'ar',
    'bn',
    'bs',
    'ca',
    'cs',
    'da',
    'de',
    'el',
    'en',
    'es',
    'eu',
    'fa',
    'fi',
    'fr',
    'gl',
    'gu',
    'he',
  ],
  ...[
    'hi',
    'hmn',
    'hr',
    'ht',
    'hu',
    'id',
    'it',
    'ja',
    'km',
    'ko',
    'lo',
    'mn',
    'mr',
    'ms',
    'my',
    'ne',
    'nl',
    'no',
  ],
  ...[
    'pa',
    'pl',
    'ps',
    'pt',
    'ro',
    'ru',
    'sk',
    'so',
    'sq',
    'sr',
    'sv',
    'sw',
    'ta',
    'te',
    'th',
    'ti',
    'tl',
    'tr',
  ],
  ...['uk', 'ur', 'uz', 'vi', 'yo', 'zh-Hans', 'zh-Hant'],
];

/** By their names in the reader's language, in its order. */
export const captionLanguages = (now: string): { value: string; label: string }[] =>
  [...new Set([...offered, now])]
    .map((value) => ({ value, label: languageName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, getLocale()));
