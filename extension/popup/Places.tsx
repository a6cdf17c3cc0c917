import { BookOpen, PanelRight, Video } from 'lucide-preact';
import type { Id } from '../../shared/contract/ids.ts';
import { m } from '../../shared/messages/paraglide/messages.js';
import { places } from '../../shared/screens/places.ts';
import { openPanel } from '../platform/tab.ts';
import css from './Places.module.css';

type PlacesProps = { origin: string; group: Id; windowId: number | undefined };

const inNewTab = { class: css.place, target: '_blank', rel: 'noreferrer' };

/** Where one can go from here. */
export const Places = ({ origin, group, windowId }: PlacesProps) => (
  <nav class={css.places} aria-label={m.clip_places()}>
    <a {...inNewTab} href={`${origin}${places.queue(group)}`}>
      <BookOpen aria-hidden="true" />
      {m.clip_open_group()}
    </a>
    <a {...inNewTab} href={`/recorder.html?group=${group}`}>
      <Video aria-hidden="true" />
      {m.clip_record()}
    </a>
    {windowId !== undefined && (
      <button
        type="button"
        class={css.place}
        onClick={() => void openPanel(windowId).then(() => window.close(), console.warn)}
      >
        <PanelRight aria-hidden="true" />
        {m.clip_panel()}
      </button>
    )}
  </nav>
);
