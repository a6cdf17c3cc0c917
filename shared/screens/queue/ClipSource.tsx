import type { Clip } from '../../contract/kinds/clip.ts';
import { m } from '../../messages/paraglide/messages.js';
import { readingMinutes } from '../../rules/reading-time.ts';
import { UserText } from '../../ui/UserText.tsx';
import css from './ClipSource.module.css';
import { siteOf } from './site-of.ts';

/** By whom, where, and how long it takes to read. */
export const ClipSource = ({ clip }: { clip: Clip }) => (
  <ul class={css.source}>
    {clip.byline && (
      <li>
        <UserText text={clip.byline} />
      </li>
    )}
    <li>
      <UserText text={siteOf(clip)} />
    </li>
    {clip.words > 0 && <li>{m.queue_minutes({ count: readingMinutes(clip.words) })}</li>}
  </ul>
);
