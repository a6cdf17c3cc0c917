import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import {
  type Bubble as BubblePlace,
  bubbleBox,
  insideFrame,
  type Size,
} from '../../recording/capture/compose/layout.ts';
import css from './Bubble.module.css';

type BubbleProps = {
  frame: Size;
  bubble: BubblePlace;
  onMove: (bubble: BubblePlace) => void;
  children: ComponentChildren;
};

const step = 0.02;
const moves: Record<string, Partial<Record<'x' | 'y' | 'size', number>>> = {
  ArrowLeft: { x: -step },
  ArrowRight: { x: step },
  ArrowUp: { y: -step },
  ArrowDown: { y: step },
  '+': { size: step },
  '=': { size: step },
  '-': { size: -step },
};

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

/** The camera over the screen: dragged, or moved by the arrow keys and sized by plus and minus. */
export const Bubble = ({ frame, bubble, onMove, children }: BubbleProps) => {
  const grip = useRef<{ x: number; y: number } | null>(null);
  const box = bubbleBox(bubble, frame);
  const move = (next: BubblePlace) => onMove(insideFrame(next, frame));
  /** Where a pointer is, as shares of the frame. */
  const placeOf = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const around = event.currentTarget.parentElement?.getBoundingClientRect();
    return around
      ? { x: (event.clientX - around.left) / around.width, y: (event.clientY - around.top) / around.height }
      : null;
  };
  return (
    <button
      type="button"
      class={css.bubble}
      aria-label={m.record_bubble_place()}
      style={{
        left: percent(box.left / frame.width),
        top: percent(box.top / frame.height),
        inlineSize: percent(box.width / frame.width),
      }}
      onKeyDown={(event) => {
        const by = moves[event.key];
        if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        const { x = 0, y = 0, size = 0 } = by;
        move({ ...bubble, x: bubble.x + x, y: bubble.y + y, size: bubble.size + size });
      }}
      onPointerDown={(event) => {
        const at = placeOf(event);
        if (!at || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: bubble.x - at.x, y: bubble.y - at.y };
      }}
      onPointerMove={(event) => {
        const at = placeOf(event);
        if (!at || !grip.current) return;
        move({ ...bubble, x: at.x + grip.current.x, y: at.y + grip.current.y });
      }}
      onPointerUp={() => {
        grip.current = null;
      }}
      onPointerCancel={() => {
        grip.current = null;
      }}
    >
      {children}
    </button>
  );
};
