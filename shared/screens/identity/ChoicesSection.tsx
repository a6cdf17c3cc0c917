import { useState } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { getLocale, locales } from '../../messages/paraglide/runtime.js';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { chooseLanguage, chooseTheme, chosenTheme, type Theme } from '../shell/device-choices.ts';
import { languageNames } from '../shell/LanguageSwitch.tsx';
import css from './ChoicesSection.module.css';

const languages = locales.map((locale) => ({ value: locale, label: languageNames[locale] }));

/** Choices that belong to the device, and are told to nobody. */
export const ChoicesSection = () => {
  const [theme, setTheme] = useState<Theme>(chosenTheme);
  return (
    <Section title={m.identity_choices_title()}>
      <div class={css.choices}>
        <Select
          label={m.common_language()}
          options={languages}
          value={getLocale()}
          onChange={chooseLanguage}
        />
        <RadioGroup
          label={m.common_theme()}
          choices={[
            { value: 'system', label: m.common_theme_system() },
            { value: 'light', label: m.common_theme_light() },
            { value: 'dark', label: m.common_theme_dark() },
          ]}
          value={theme}
          onChange={(chosen) => {
            chooseTheme(chosen);
            setTheme(chosen);
          }}
        />
      </div>
    </Section>
  );
};
