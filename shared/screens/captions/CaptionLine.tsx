import { ArrowLeftToLine, ArrowRightToLine, Play, Trash2 } from 'lucide-preact';
import { limits } from '../../contract/limits.ts';
import { m } from '../../messages/paraglide/messages.js';
import { writeClock } from '../../rules/captions/cue-time.ts';
import { cleanCueText, mostReadingSpeed, readingSpeed } from '../../rules/captions/cues.ts';
import { Button } from '../../ui/Button.tsx';
import css from './CaptionLine.module.css';
import type { Line } from './lines.ts';
import { TimeField } from './TimeField.tsx';

export type LineActs = {
  type: (text: string) => void;
  split: (caret: number) => void;
  merge: () => void;
  /** The caret goes to the line before (-1) or after (1). */
  leave: (by: -1 | 1) => void;
  begin: (seconds: number) => void;
  end: (seconds: number) => void;
  beginHere: () => void;
  endHere: () => void;
  play: () => void;
  remove: () => void;
};

type CaptionLineProps = {
  line: Line;
  number: number;
  isShown: boolean;
  isOverlapping: boolean;
  language: string;
  lengthSeconds: number;
  timeHint: string;
  acts: LineActs;
};

/** What a key means in a line's text; true where it means something else than writing. */
const meant = (event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }, acts: LineActs): boolean => {
  const { selectionStart: from, selectionEnd: to, value } = event.currentTarget;
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  const isAt = (place: number) => from === place && to === place;
  if (event.key === 'Enter') acts.split(from);
  else if (event.key === 'Backspace' && isAt(0)) acts.merge();
  else if (event.key === 'ArrowUp' && isAt(0)) acts.leave(-1);
  else if (event.key === 'ArrowDown' && isAt(value.length)) acts.leave(1);
  else return false;
  return true;
};

const hintOf = (line: Line, isOverlapping: boolean): string | null => {
  if (Array.from(cleanCueText(line.text)).length > limits.cueLength) return m.captions_too_long();
  if (isOverlapping) return m.captions_overlaps();
  return readingSpeed(line) > mostReadingSpeed ? m.captions_too_fast() : null;
};

export const CaptionLine = (props: CaptionLineProps) => {
  const { line, number, isShown, isOverlapping, language, lengthSeconds, timeHint, acts } = props;
  const hint = hintOf(line, isOverlapping);
  const hintId = `caption-hint-${line.key}`;
  const times = { from: writeClock(line.fromSeconds), to: writeClock(line.toSeconds) };
  const field = { describedBy: timeHint, lengthSeconds };
  return (
    <li class={css.line} data-line={line.key} aria-current={isShown}>
      <textarea
        class={css.text}
        rows={1}
        lang={language}
        dir="auto"
        value={line.text}
        autocapitalize="sentences"
        enterkeyhint="next"
        aria-label={m.captions_line({ number, ...times })}
        aria-describedby={hint ? hintId : undefined}
        onInput={(event) => acts.type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (meant(event, acts)) event.preventDefault();
        }}
      />
      <div class={css.times}>
        <TimeField
          {...field}
          label={m.captions_begins_of({ number })}
          seconds={line.fromSeconds}
          onChange={acts.begin}
        />
        <span aria-hidden="true">–</span>
        <TimeField
          {...field}
          label={m.captions_ends_of({ number })}
          seconds={line.toSeconds}
          onChange={acts.end}
        />
      </div>
      <div class={css.tools}>
        <Button look="quiet" label={m.captions_begins_here({ number })} onClick={acts.beginHere}>
          <ArrowLeftToLine aria-hidden="true" />
        </Button>
        <Button look="quiet" label={m.captions_ends_here({ number })} onClick={acts.endHere}>
          <ArrowRightToLine aria-hidden="true" />
        </Button>
        <Button look="quiet" label={m.captions_play_line({ number })} onClick={acts.play}>
          <Play aria-hidden="true" />
        </Button>
        <Button look="quiet" label={m.captions_remove_line({ number })} onClick={acts.remove}>
          <Trash2 aria-hidden="true" />
        </Button>
      </div>
      {hint && (
        <p class={css.hint} id={hintId}>
          {hint}
        </p>
      )}
    </li>
  );
};
