/** Scripts that put no space between words (Unicode Script_Extensions). */
const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;

/** Words as a dictionary of the language has them (UAX #29): 0 when there is nothing to read. */
export const countWords = (text: string, language: string): number => {
  if (!unspaced.test(text)) return text.match(/[^\s\p{P}\p{S}]\S*/gu)?.length ?? 0;
  const segmenter = new Intl.Segmenter(language || undefined, { granularity: 'word' });
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1;
  return words;
};
