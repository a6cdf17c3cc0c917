import { Redo2, Scissors, Undo2 } from 'lucide-preact';
import { m } from '../../messages/paraglide/messages.js';
import type { Span } from '../../recording/edit/place-segments.ts';
import { type EditStep, stepBetween } from '../../rules/edit-step.ts';
import { nearestMoment } from '../../rules/frame-moments.ts';
import { Button } from '../../ui/Button.tsx';
import { useObservable } from '../use-observable.ts';
import css from './Review.module.css';
import { spanWords } from './span-words.ts';
import type { Editor } from './use-editor.ts';

/** A cut shorter than a frame would cut nothing. */
const isCut = ({ fromSeconds, toSeconds }: Span): boolean => toSeconds - fromSeconds > 0.001;

const undoWords = (step: EditStep): string => {
  if (step.kind === 'cut') return m.review_undo_cut({ length: spanWords(step.seconds) });
  if (step.kind === 'order') return m.review_undo_order();
  return step.kind === 'removed' ? m.review_undo_removed() : m.review_undo_added();
};
const redoWords = (step: EditStep): string => {
  if (step.kind === 'cut') return m.review_redo_cut({ length: spanWords(step.seconds) });
  if (step.kind === 'order') return m.review_redo_order();
  return step.kind === 'removed' ? m.review_redo_removed() : m.review_redo_added();
};

/** So long before what is marked "Play without it" begins. */
const runUpSeconds = 2;

/** Around where it stands, inside of the demo: what is marked first, to be drawn to size. */
export const firstMark = ({ playback, moments, length }: Editor): Span => {
  const middle = playback.seconds.value;
  const half = Math.min(1.5, length / 6);
  return {
    fromSeconds: nearestMoment(moments, Math.max(0, middle - half)),
    toSeconds: nearestMoment(moments, Math.min(length, middle + half)),
  };
};

export const cutMarked = async ({ marked, cut }: Editor): Promise<void> => {
  if (marked && isCut(marked)) await cut(marked);
};

type CutsProps = {
  editor: Editor;
  /** The button that was pressed may be gone, or mean another thing now: the focus goes to where it stands. */
  onDone: () => void;
};

/** What can be cut from where it stands. */
export const Cuts = ({ editor, onDone }: CutsProps) => {
  const { playback, marked, mark, cut, length } = editor;
  const seconds = useObservable(playback.seconds);
  const start = { fromSeconds: 0, toSeconds: seconds };
  const end = { fromSeconds: seconds, toSeconds: length };
  const then = async (act: Promise<void> | undefined) => {
    await act;
    onDone();
  };
  if (!marked) {
    return (
      <div key="unmarked" class={css.actions}>
        <Button disabled={!isCut(start)} onClick={() => then(cut(start))}>
          {m.review_cut_start()}
        </Button>
        <Button disabled={!isCut(end)} onClick={() => then(cut(end))}>
          {m.review_cut_end()}
        </Button>
        <Button disabled={length === 0} onClick={() => then(void mark(firstMark(editor)))}>
          {m.review_mark()}
        </Button>
      </div>
    );
  }
  const playWithout = () => {
    playback.seek(Math.max(0, marked.fromSeconds - runUpSeconds));
    playback.play(marked);
  };
  return (
    <div key="marked" class={css.actions}>
      <Button look="danger" disabled={!isCut(marked)} onClick={() => then(cutMarked(editor))}>
        <Scissors aria-hidden="true" />
        {m.review_cut_out({ length: spanWords(marked.toSeconds - marked.fromSeconds) })}
      </Button>
      <Button onClick={playWithout}>{m.review_try()}</Button>
      <Button look="quiet" onClick={() => then(void mark(null))}>
        {m.review_unmark()}
      </Button>
    </div>
  );
};

export const History = ({ editor: { recording, undo, redo }, onDone }: CutsProps) => {
  const { past, now, future } = recording.history;
  const back = async (step: () => Promise<void>, isLast: boolean) => {
    await step();
    if (isLast) onDone();
  };
  const [before, after] = [past.at(-1), future[0]];
  return (
    <div class={css.actions}>
      <Button look="quiet" disabled={!before} onClick={() => back(undo, past.length === 1)}>
        <Undo2 aria-hidden="true" />
        {before ? undoWords(stepBetween(before, now)) : m.review_undo()}
      </Button>
      <Button look="quiet" disabled={!after} onClick={() => back(redo, future.length === 1)}>
        <Redo2 aria-hidden="true" />
        {after ? redoWords(stepBetween(now, after)) : m.review_redo()}
      </Button>
    </div>
  );
};
