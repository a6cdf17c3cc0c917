import { createSource } from '../../local/observable.ts';
import { getLocale, isLocale, type Locale, setLocale } from '../../messages/paraglide/runtime.js';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Read by `worker/site/public/theme.js` too, before the first paint. */
const themeKey = 'chalkloop-theme';

export const chosenTheme = (): Theme =>
  themes.find((theme) => theme === localStorage.getItem(themeKey)) ?? 'system';

/** The language that everything is written in; the page is drawn anew when it changes. */
export const language = createSource<Locale>(getLocale());

/** Puts this device's choices on the document, before anything is drawn. */
export const applyChoices = (): void => {
  const theme = chosenTheme();
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  document.documentElement.lang = getLocale();
};

export const chooseTheme = (theme: Theme): void => {
  localStorage.setItem(themeKey, theme);
  applyChoices();
};

export const chooseLanguage = (wanted: string): void => {
  if (!isLocale(wanted)) return;
  void setLocale(wanted, { reload: false });
  applyChoices();
  language.set(wanted);
};
