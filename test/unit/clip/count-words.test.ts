import { expect, it } from 'vitest';
import { countWords } from '../../../extension/clip/count-words.ts';

it.each([
  ['nothing but space and marks', ' \n — … ! ', 'en', 0],
  ['words with apostrophes and hyphens as one', 'It isn’t well-known, is it?', 'en', 5],
  ['Spanish with its own marks', '¿Qué hicimos ayer? ¡Nada!', 'es', 4],
  ['Arabic', 'ثلاث مجموعات تكفي', 'ar', 3],
  ['numbers as words', '3 piles, 24 cards', 'en', 4],
  ['no language given', 'two words', '', 2],
])('counts %s', (_, text, language, words) => {
  expect(countWords(text, language)).toBe(words);
});

it('counts words that no space parts', () => {
  expect(countWords('授業の終わりに小さなカードを書きます。', 'ja')).toBeGreaterThan(5);
  expect(countWords('นักเรียนเขียนบัตรก่อนออกจากห้อง', 'th')).toBeGreaterThan(3);
});
