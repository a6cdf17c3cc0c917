import { ArrowDown, ArrowUp, GripVertical, Play } from 'lucide-preact';
import type { HTMLAttributes } from 'preact';
import { m } from '../../messages/paraglide/messages.js';
import { type Piece, secondsOf, startOf } from '../../rules/timeline.ts';
import { Button } from '../../ui/Button.tsx';
import { clockWords } from '../../ui/clock-words.ts';
import { MoreMenu } from '../library/MoreMenu.tsx';
import css from './Parts.module.css';
import { Tile } from './Tile.tsx';
import type { Editor } from './use-editor.ts';

type PartRowProps = {
  editor: Editor;
  piece: Piece;
  at: number;
  grip: HTMLAttributes<HTMLSpanElement>;
  dropsHere: 'before' | 'after' | null;
  onMoveBy: (by: 1 | -1) => void;
  onAgain: () => void;
  onRemove: () => void;
};

export const PartRow = (props: PartRowProps) => {
  const { editor, piece, at, grip, dropsHere, onMoveBy, onAgain, onRemove } = props;
  const { timeline, footage, playback } = editor;
  // Half a second that is left of a take is not nothing.
  const length = clockWords(Math.max(1, Math.round(secondsOf(piece))));
  // What a cut left of one take has to be told apart.
  const isCut = timeline.filter(({ take }) => take === piece.take).length > 1;
  const number = piece.take + 1;
  const part = isCut
    ? m.review_part_from({ number, from: clockWords(piece.fromSeconds), length })
    : m.review_part({ number, length });
  const isAlone = timeline.length === 1;
  const playFromHere = () => {
    playback.seek(startOf(timeline, at));
    playback.play();
  };
  return (
    <li class={[css.part, dropsHere && css[dropsHere]].filter(Boolean).join(' ')}>
      {!isAlone && (
        <span class={css.grip} title={m.review_part_drag({ part })} {...grip}>
          <GripVertical aria-hidden="true" />
        </span>
      )}
      <div class={css.still}>
        <Tile filmstrip={footage.filmstrip} take={piece.take} seconds={piece.fromSeconds} />
      </div>
      <p class={css.name}>{part}</p>
      <div class={css.buttons}>
        <Button look="quiet" label={m.review_part_play({ part })} onClick={playFromHere}>
          <Play aria-hidden="true" />
        </Button>
        {!isAlone && (
          <span class={css.move}>
            <Button
              look="quiet"
              label={m.review_part_up({ part })}
              disabled={at === 0}
              onClick={() => onMoveBy(-1)}
            >
              <ArrowUp aria-hidden="true" />
            </Button>
            <Button
              look="quiet"
              label={m.review_part_down({ part })}
              disabled={at === timeline.length - 1}
              onClick={() => onMoveBy(1)}
            >
              <ArrowDown aria-hidden="true" />
            </Button>
          </span>
        )}
        <MoreMenu
          label={m.review_part_more({ part })}
          choices={[
            { label: m.review_part_again(), onChoose: onAgain },
            { label: m.review_part_remove(), look: 'danger', onChoose: onRemove },
          ]}
        />
      </div>
    </li>
  );
};
