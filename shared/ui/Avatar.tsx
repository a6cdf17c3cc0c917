import css from './Avatar.module.css';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const firstOf = (word: string): string =>
  segmenter.segment(word)[Symbol.iterator]().next().value?.segment ?? '';

/** The first letter of the first and the last word: an emoji or a combined letter stays whole. */
export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return `${firstOf(words[0] ?? '')}${firstOf(last)}`.toLocaleUpperCase();
};

/** Beside a name that is written out, so it is not spoken. */
export const Avatar = ({ name }: { name: string }) => (
  <span class={css.avatar} aria-hidden="true">
    <bdi>{initialsOf(name)}</bdi>
  </span>
);
