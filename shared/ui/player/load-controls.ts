import { getLocale } from '../../messages/paraglide/runtime.js';

/** media-chrome's elements that the player is made of, defined once; and their words in the reader's language. */
const load = async (): Promise<void> => {
  const locale = getLocale();
  const [{ setLanguage }] = await Promise.all([
    import('media-chrome/dist/utils/i18n.js'),
    locale === 'es' && import('media-chrome/dist/lang/es.js'),
  ]);
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
