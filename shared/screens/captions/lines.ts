import { type Cue, mergeCues, newCue, splitCue } from '../../rules/captions/cues.ts';

/**
 * A cue in the editor: `key` names it while it is on the screen, `of` is the cue on a take that it comes from,
 * null for one that was made here.
 */
export type Line = Cue & { key: number; of: number | null };
/** What an edit comes to, and where the caret is to be after it. */
export type Edited = { lines: Line[]; caret: { key: number; at: number } | null };

let lastKey = 0;
export const lineOf = (cue: Cue & { of?: number }): Line => {
  lastKey += 1;
  const { fromSeconds, toSeconds, text, of = null } = cue;
  return { fromSeconds, toSeconds, text, of, key: lastKey };
};

type Where = { playerSeconds: number; lengthSeconds: number };

export const splitLine = (lines: readonly Line[], at: number, caret: number, where: Where): Edited => {
  const line = lines[at];
  if (!line) return { lines: [...lines], caret: null };
  const { playerSeconds, lengthSeconds } = where;
  const untilSeconds = lines[at + 1]?.fromSeconds ?? lengthSeconds;
  const [first, second] = splitCue(line, caret, { playerSeconds, untilSeconds });
  const made = lineOf(second);
  return {
    lines: lines.toSpliced(at, 1, { ...line, ...first }, made),
    caret: { key: made.key, at: 0 },
  };
};

export const mergeWithBefore = (lines: readonly Line[], at: number): Edited => {
  const [before, line] = [lines[at - 1], lines[at]];
  if (!before || !line) return { lines: [...lines], caret: null };
  const merged = { ...before, ...mergeCues(before, line) };
  return {
    lines: lines.toSpliced(at - 1, 2, merged),
    caret: { key: before.key, at: before.text.trim().length },
  };
};

export const addLine = (lines: readonly Line[], { playerSeconds, lengthSeconds }: Where): Edited => {
  const made = lineOf(newCue(lines, playerSeconds, lengthSeconds));
  const found = lines.findIndex(({ fromSeconds }) => fromSeconds > made.fromSeconds);
  const at = found === -1 ? lines.length : found;
  return { lines: lines.toSpliced(at, 0, made), caret: { key: made.key, at: 0 } };
};

/** The focus goes to the line that takes its place. */
export const removeLine = (lines: readonly Line[], at: number): Edited => {
  const left = lines.toSpliced(at, 1);
  const next = left[Math.min(at, left.length - 1)];
  return { lines: left, caret: next ? { key: next.key, at: next.text.length } : null };
};
