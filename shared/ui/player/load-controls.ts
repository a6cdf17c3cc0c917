import { getLocale } from '../../messages/paraglide/runtime.js';

const rate = 'Playback rate {playbackRate}';

/** media-chrome's elements that the player is made of, defined once; and their words in the reader's language. */
const load = async (): Promise<void> => {
  const locale = getLocale();
  const [{ addTranslation, setLanguage }, { En }, spanish] = await Promise.all([
    import('media-chrome/dist/utils/i18n.js'),
    import('media-chrome/dist/lang/en.js'),
    locale === 'es' && import('media-chrome/dist/lang/es.js'),
  ]);
  const words = spanish ? spanish.Es : En;
  // The button shows `1x`: what is heard has to hold what is seen (WCAG 2.5.3).
  addTranslation(locale, { ...words, [rate]: `${words[rate]}x` });
  setLanguage(locale);
  await import('./controls.ts');
};

let loading: Promise<void> | undefined;

export const loadControls = (): Promise<void> => {
  loading ??= load();
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
};
