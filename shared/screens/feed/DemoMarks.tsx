import { CaptionsOff } from 'lucide-preact';
import type { Demo } from '../../contract/kinds/demo.ts';
import { m } from '../../messages/paraglide/messages.js';
import { UserText } from '../../ui/UserText.tsx';
import css from './DemoMarks.module.css';

/** The strategy that is shown, and what the demo still lacks. */
export const DemoMarks = ({ demo }: { demo: Demo }) => (
  <ul class={css.marks}>
    <li class={css.strategy}>
      <UserText text={demo.strategy} />
    </li>
    {demo.captions === 'pending' && (
      <li class={css.pending}>
        <CaptionsOff aria-hidden="true" size="1em" />
        {m.feed_captions_pending()}
      </li>
    )}
  </ul>
);
