import { Sentence } from '../../ui/Sentence.tsx';
import { Time } from '../../ui/Time.tsx';
import { UserText } from '../../ui/UserText.tsx';
import css from './Byline.module.css';

type BylineProps = {
  /** As "Found by {name}". */
  say: (name: string) => string;
  name: string;
  atMs: number;
  /** What else there is to say in the same line. */
  more?: string | null;
};

/** Whose it is, and since when. */
export const Byline = ({ say, name, atMs, more }: BylineProps) => (
  <p class={css.byline}>
    <Sentence say={say} part={<UserText text={name} />} />
    {' · '}
    <Time atMs={atMs} />
    {more && ` · ${more}`}
  </p>
);
