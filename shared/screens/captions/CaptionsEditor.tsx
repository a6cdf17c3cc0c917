import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import { m } from '../../messages/paraglide/messages.js';
import type { Cue } from '../../rules/captions/cues.ts';
import { shiftCues } from '../../rules/captions/move-cues.ts';
import { announce } from '../../ui/announce.ts';
import type { PlayerHandle } from '../../ui/player/player-handle.ts';
import { Select } from '../../ui/Select.tsx';
import { CaptionDrafts, type Hear } from './CaptionDrafts.tsx';
import { CaptionFiles } from './CaptionFiles.tsx';
import { CaptionLines } from './CaptionLines.tsx';
import css from './CaptionsEditor.module.css';
import { CaptionsKeys, CaptionsTransport, stepBack, togglePlaying } from './CaptionsTransport.tsx';
import { captionLanguages } from './caption-languages.ts';
import { addLine, type Line, lineOf } from './lines.ts';
import { useDrafters } from './use-drafters.ts';
import { useLines } from './use-lines.ts';

type CaptionsEditorProps = {
  /** As they stand when it opens; from then on it has them, and says each change. */
  initial: readonly (Cue & { of?: number })[];
  language: string;
  lengthSeconds: number;
  player: PlayerHandle;
  /** Beside the lines, where it is not on the page already. */
  video?: ComponentChildren;
  /** Whose captions they are: for drafts. */
  of: { space: Id; record: Id };
  hear: Hear;
  onChange: (lines: readonly Line[]) => void;
  onLanguage: (language: string) => void;
};

/** Keys that work wherever one is in the editor: the hands stay where they write. */
const playerKey = (event: KeyboardEvent, player: PlayerHandle): boolean => {
  if (!event.ctrlKey || event.altKey || event.metaKey) return false;
  if (event.code === 'Space') togglePlaying(player);
  else if (event.key === ',') stepBack(player);
  else return false;
  return true;
};

/** Captions line by line. Times are those of the demo. */
export const CaptionsEditor = (props: CaptionsEditorProps) => {
  const { initial, language, lengthSeconds, player, video, of, hear, onChange, onLanguage } = props;
  const drafters = useDrafters(of.space, of.record, language);
  const root = useRef<HTMLDivElement>(null);
  const editing = useLines(initial, root, onChange);
  const { lines, change, edit } = editing;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that the buttons in it do too
    <div
      ref={root}
      class={`${css.editor} ${video ? css.beside : ''}`}
      onKeyDown={(event) => {
        if (playerKey(event, player)) event.preventDefault();
      }}
      onFocusIn={({ target }) => {
        // A browser takes what lies under the video for seen.
        const inLines = target instanceof Element && target.closest('li');
        if (inLines) target.scrollIntoView({ block: 'nearest' });
      }}
    >
      <div class={css.stage}>
        {video && <div class={css.video}>{video}</div>}
        <CaptionsTransport
          player={player}
          onNewLine={() => edit((now) => addLine(now, { playerSeconds: player.seconds(), lengthSeconds }))}
        />
      </div>
      <div class={css.written}>
        <Select
          label={m.captions_language()}
          options={captionLanguages(language)}
          value={language}
          onChange={onLanguage}
        />
        <CaptionDrafts
          drafters={drafters}
          hear={hear}
          language={language}
          lengthSeconds={lengthSeconds}
          count={lines.length}
          onReplace={(cues) => change(() => cues.map(lineOf))}
        />
        <CaptionsKeys />
        {lines.length === 0 && <p class={css.empty}>{m.captions_none()}</p>}
        <CaptionLines editing={editing} player={player} language={language} lengthSeconds={lengthSeconds} />
        <CaptionFiles
          lines={lines}
          lengthSeconds={lengthSeconds}
          onReplace={(cues) => change(() => cues.map(lineOf))}
          onShift={(bySeconds) => {
            change((now) => shiftCues(now, bySeconds, lengthSeconds));
            announce(m.captions_shifted());
          }}
        />
      </div>
    </div>
  );
};
