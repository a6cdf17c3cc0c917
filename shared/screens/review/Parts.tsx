import { Plus } from 'lucide-preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { PartRow } from './PartRow.tsx';
import css from './Parts.module.css';
import { useDragOrder } from './use-drag-order.ts';
import type { Editor } from './use-editor.ts';

type PartsProps = { editor: Editor; onTake: (take: { instead?: number }) => void };

/** What the demo is made of, in the order of play. */
export const Parts = ({ editor, onTake }: PartsProps) => {
  const { timeline, move, remove } = editor;
  const list = useRef<HTMLOListElement>(null);
  /** Which button of which row is to have the focus once the list is drawn anew. */
  const focus = useRef<{ at: number; button: 'up' | 'down' | 'more' } | null>(null);
  const drag = useDragOrder(list, move);
  const name = JSON.stringify(timeline);
  useLayoutEffect(() => {
    const { at = -1, button } = focus.current ?? {};
    focus.current = null;
    const buttons = list.current?.children[at]?.querySelectorAll<HTMLButtonElement>('[data-move] button');
    const [up, down] = buttons ?? [];
    const wanted = button === 'up' ? up : down;
    // At an end of the list one of the two leads nowhere.
    (wanted?.disabled ? (button === 'up' ? down : up) : wanted)?.focus();
  }, [name]);
  const moveBy = (at: number, by: 1 | -1) => {
    focus.current = { at: at + by, button: by === -1 ? 'up' : 'down' };
    void move(at, at + by);
  };
  return (
    <Section title={m.review_parts()} lead={timeline.length > 1 ? m.review_parts_lead() : undefined}>
      <ol ref={list} class={css.parts}>
        {timeline.map((piece, at) => (
          <PartRow
            key={`${piece.take}@${piece.fromSeconds}`}
            editor={editor}
            piece={piece}
            at={at}
            grip={drag.gripOf(at)}
            dropsHere={
              drag.target === at && drag.from !== at ? (drag.target > drag.from ? 'after' : 'before') : null
            }
            onMoveBy={(by) => moveBy(at, by)}
            onAgain={() => onTake({ instead: piece.take })}
            onRemove={() => remove(at)}
          />
        ))}
      </ol>
      <Button onClick={() => onTake({})}>
        <Plus aria-hidden="true" />
        {m.review_part_add()}
      </Button>
    </Section>
  );
};
