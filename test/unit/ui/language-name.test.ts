import { expect, it } from 'vitest';
import { languageName } from '../../../shared/ui/language-name.ts';

it.each([
  ['es', 'Spanish'],
  ['zh-Hant', 'Traditional Chinese'],
  ['qzz', 'qzz'],
])('%s is called %s', (language, name) => {
  expect(languageName(language)).toBe(name);
});

// Each has the shape of a tag (`LanguageTag`), so it may come from anybody’s demo.
it.each(['en-a', 'en-1', 'en-u-ca-gregory', 'abc-def-ghi'])('%s stands for itself', (language) => {
  expect(languageName(language)).toBe(language);
});
