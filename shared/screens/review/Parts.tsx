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
  const add = useRef<HTMLButtonElement>(null);
  /** Which button of which row is to have the focus once the list is drawn anew: what was pressed may be gone. */
  const focus = useRef<{ at: number; button: 'play' | 'up' | 'down' } | null>(null);
  const drag = useDragOrder(list, move);
  const name = JSON.stringify(timeline);
  useLayoutEffect(() => {
    if (!focus.current) return;
    const { at, button } = focus.current;
    focus.current = null;
    const [play, up, down] = list.current?.children[at]?.querySelectorAll('button') ?? [];
    const buttons = { play, up, down };
    const others = { play: add.current, up: down, down: up };
    // At an end of the list one of the two leads nowhere.
    const wanted = buttons[button];
    (wanted && !wanted.disabled ? wanted : others[button])?.focus();
  }, [name]);
  const moveBy = (at: number, by: 1 | -1) => {
    focus.current = { at: at + by, button: by === -1 ? 'up' : 'down' };
    void move(at, at + by);
  };
  const removeAt = (at: number) => {
    focus.current = { at: Math.min(at, timeline.length - 2), button: 'play' };
    void remove(at);
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
            onRemove={() => removeAt(at)}
          />
        ))}
      </ol>
      <Button buttonRef={add} onClick={() => onTake({})}>
        <Plus aria-hidden="true" />
        {m.review_part_add()}
      </Button>
    </Section>
  );
};
