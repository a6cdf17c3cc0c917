import type { ComponentChildren } from 'preact';

/** Stands for the part while the sentence is made; no keyboard types it and no text may hold it. */
const hole = '\uFFFC';

/** A sentence of the catalogue with something more than text in it, at the place that the language wants. */
export const Sentence = ({ say, part }: { say: (part: string) => string; part: ComponentChildren }) => {
  const [before = '', after = ''] = say(hole).split(hole);
  return (
    <>
      {before}
      {part}
      {after}
    </>
  );
};
