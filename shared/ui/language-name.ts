import { getLocale } from '../messages/paraglide/runtime.js';

/**
 * What a language (BCP 47) is called in the reader's. A tag has that shape at most: where it names nothing, as
 * `en-a`, `Intl` throws, and the tag stands for itself.
 */
export const languageName = (language: string): string => {
  try {
    return (
      new Intl.DisplayNames(getLocale(), { type: 'language', fallback: 'code' }).of(language) ?? language
    );
  } catch {
    return language;
  }
};
