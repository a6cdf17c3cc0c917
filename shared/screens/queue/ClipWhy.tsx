import type { Clip } from '../../contract/kinds/clip.ts';
import { LongText } from '../library/LongText.tsx';
import css from './ClipWhy.module.css';

/** The finder's words, in the margin's ink; nothing where there are none. */
export const ClipWhy = ({ clip }: { clip: Clip }) =>
  clip.why && (
    <div class={css.why}>
      <LongText text={clip.why} />
    </div>
  );
