import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Cue } from '../../rules/captions/cues.ts';
import { type Edited, type Line, lineOf } from './lines.ts';

type KeptCue = Cue & { of?: number };

/** The lines while they are edited: each change goes to `onChange` at once, and the caret where it belongs. */
export const useLines = (
  initial: readonly KeptCue[],
  list: RefObject<HTMLElement | null>,
  onChange: (lines: readonly Line[]) => void,
) => {
  const [lines, setLines] = useState<readonly Line[]>(() => initial.map(lineOf));
  // Two keys may be pressed before the first is drawn: the second edits what the first made.
  const latest = useRef(lines);
  const caret = useRef<Edited['caret']>(null);
  useLayoutEffect(() => {
    const wanted = caret.current;
    if (!wanted) return;
    caret.current = null;
    const field = list.current?.querySelector<HTMLTextAreaElement>(`[data-line="${wanted.key}"] textarea`);
    field?.focus();
    field?.setSelectionRange(wanted.at, wanted.at);
  }, [lines]);
  const change = (next: readonly Line[]): void => {
    latest.current = next;
    setLines(next);
    onChange(next);
  };
  return {
    lines,
    change: (edit: (now: readonly Line[]) => readonly Line[]) => change(edit(latest.current)),
    /** An edit that moves the caret. */
    edit: (edit: (now: readonly Line[]) => Edited) => {
      const edited = edit(latest.current);
      caret.current = edited.caret;
      change(edited.lines);
    },
  };
};

export type LinesEdit = ReturnType<typeof useLines>;
