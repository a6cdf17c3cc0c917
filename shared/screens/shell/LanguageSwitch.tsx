import { getLocale, locales } from '../../messages/paraglide/runtime.js';
import { Button } from '../../ui/Button.tsx';
import { chooseLanguage } from './device-choices.ts';

/** Each language by its own name, so that whoever cannot read this page finds theirs. */
export const languageNames = { en: 'English', es: 'Español' } as const;

export const LanguageSwitch = () => (
  <div>
    {locales
      .filter((locale) => locale !== getLocale())
      .map((locale) => (
        <span key={locale} lang={locale}>
          <Button look="quiet" onClick={() => chooseLanguage(locale)}>
            {languageNames[locale]}
          </Button>
        </span>
      ))}
  </div>
);
