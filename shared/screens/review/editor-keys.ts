import { cutMarked, firstMark } from './Cuts.tsx';
import { togglePlaying } from './Stage.tsx';
import type { Editor } from './use-editor.ts';

/** Keys of their own: whoever types or presses a button means that and nothing else. */
const isTaken = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null;

/** Ctrl+Z and Ctrl+Shift+Z, anywhere in the review but where one types. True: it was meant so. */
export const historyKey = (event: KeyboardEvent, { undo, redo }: Editor): boolean => {
  if (isTaken(event.target) || event.altKey || !(event.ctrlKey || event.metaKey)) return false;
  const key = event.key.toLowerCase();
  if (key === 'z') void (event.shiftKey ? redo() : undo());
  else if (key === 'y') void redo();
  else return false;
  return true;
};

/** The keys of the timeline, while the focus is in it (WCAG 2.1.4: letters alone are not taken elsewhere). */
export const timelineKey = (event: KeyboardEvent, editor: Editor): boolean => {
  if (isTaken(event.target) || event.ctrlKey || event.metaKey || event.altKey) return false;
  const { playback, marked, mark, length } = editor;
  const seconds = playback.seconds.value;
  const { fromSeconds, toSeconds } = marked ?? firstMark(editor);
  switch (event.key.toLowerCase()) {
    case ' ':
      if (event.target instanceof HTMLButtonElement) return false;
      togglePlaying(editor);
      return true;
    case 'i':
      mark({ fromSeconds: seconds, toSeconds: marked && toSeconds > seconds ? toSeconds : length });
      return true;
    case 'o':
      mark({ fromSeconds: marked && fromSeconds < seconds ? fromSeconds : 0, toSeconds: seconds });
      return true;
    case 'delete':
    case 'backspace':
      if (!marked) return false;
      void cutMarked(editor);
      return true;
    case 'escape':
      if (!marked) return false;
      mark(null);
      return true;
    default:
      return false;
  }
};
