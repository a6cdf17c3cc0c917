import { BookOpen, PanelRight, Video } from 'lucide-preact';
import type { Id } from '../../shared/contract/ids.ts';
import { m } from '../../shared/messages/paraglide/messages.js';
import { Button } from '../../shared/ui/Button.tsx';
import { openPanel, openTab } from '../platform/tab.ts';
import css from './Places.module.css';

type PlacesProps = { origin: string; group: Id; windowId: number | undefined };

/** A popup that stays open over the tab it opened would only be in the way. */
const closeAfter = (opening: Promise<void>): void => {
  void opening.then(() => window.close(), console.warn);
};

/** Where one can go from here. */
export const Places = ({ origin, group, windowId }: PlacesProps) => (
  <nav class={css.places} aria-label={m.clip_places()}>
    <Button look="quiet" onClick={() => closeAfter(openTab(`${origin}/g/${group}/queue`))}>
      <BookOpen aria-hidden="true" />
      {m.clip_open_group()}
    </Button>
    <Button look="quiet" onClick={() => closeAfter(openTab(`/recorder.html?group=${group}`))}>
      <Video aria-hidden="true" />
      {m.clip_record()}
    </Button>
    {windowId !== undefined && (
      <Button look="quiet" onClick={() => closeAfter(openPanel(windowId))}>
        <PanelRight aria-hidden="true" />
        {m.clip_panel()}
      </Button>
    )}
  </nav>
);
