import { useCallback, useId } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { moveEnd, moveStart } from '../../rules/captions/move-cues.ts';
import { announce } from '../../ui/announce.ts';
import type { PlayerHandle } from '../../ui/player/player-handle.ts';
import { CaptionLine, type LineActs } from './CaptionLine.tsx';
import css from './CaptionsEditor.module.css';
import { type Line, mergeWithBefore, removeLine, splitLine } from './lines.ts';
import type { LinesEdit } from './use-lines.ts';
import { usePlayerState } from './use-player-state.ts';

type CaptionLinesProps = {
  editing: LinesEdit;
  player: PlayerHandle;
  language: string;
  lengthSeconds: number;
};

/** The last line that is on the screen now. */
const shownAt = (lines: readonly Line[], seconds: number): number =>
  lines.findLastIndex(({ fromSeconds, toSeconds }) => fromSeconds <= seconds && seconds < toSeconds);

export const CaptionLines = ({ editing, player, language, lengthSeconds }: CaptionLinesProps) => {
  const { lines, change, edit } = editing;
  const timeHint = useId();
  const shown = usePlayerState(
    player,
    useCallback((at: PlayerHandle) => shownAt(lines, at.seconds()), [lines]),
  );
  /** What is moved while nothing plays is looked at. */
  const look = (seconds: number): void => {
    if (!player.isPlaying()) player.seek(Math.max(0, Math.min(seconds, lengthSeconds)));
  };
  const actsOf = (line: Line, at: number): LineActs => {
    const begin = (seconds: number) => change((now) => moveStart(now, at, seconds));
    const end = (seconds: number) => change((now) => moveEnd(now, at, seconds, lengthSeconds));
    return {
      type: (text) => change((now) => now.map((one) => (one.key === line.key ? { ...one, text } : one))),
      split: (caret) => {
        edit((now) => splitLine(now, at, caret, { playerSeconds: player.seconds(), lengthSeconds }));
        announce(m.captions_split_done());
      },
      merge: () => {
        if (at === 0) return;
        edit((now) => mergeWithBefore(now, at));
        announce(m.captions_merged());
      },
      leave: (by) => {
        const next = lines[at + by];
        if (next) {
          edit((now) => ({ lines: [...now], caret: { key: next.key, at: by < 0 ? next.text.length : 0 } }));
        }
      },
      begin: (seconds) => {
        begin(seconds);
        look(seconds);
      },
      end: (seconds) => {
        end(seconds);
        look(seconds);
      },
      beginHere: () => begin(player.seconds()),
      endHere: () => end(player.seconds()),
      play: () => {
        player.seek(line.fromSeconds);
        player.play();
      },
      remove: () => {
        edit((now) => removeLine(now, at));
        announce(m.captions_removed_line());
      },
    };
  };
  return (
    <>
      <p id={timeHint} class={css.hint} hidden>
        {m.captions_time_hint()}
      </p>
      <ol class={css.lines} aria-label={m.captions_lines()}>
        {lines.map((line, at) => (
          <CaptionLine
            key={line.key}
            line={line}
            number={at + 1}
            isShown={at === shown}
            isOverlapping={(lines[at - 1]?.toSeconds ?? 0) > line.fromSeconds + 0.001}
            language={language}
            lengthSeconds={lengthSeconds}
            timeHint={timeHint}
            acts={actsOf(line, at)}
          />
        ))}
      </ol>
    </>
  );
};
