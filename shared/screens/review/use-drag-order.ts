import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';

type Drag = { from: number; target: number };

/** Rows of a list that are dragged by their grips, with a mouse or a finger; buttons do the same by keyboard. */
export const useDragOrder = (
  list: RefObject<HTMLElement | null>,
  onMove: (from: number, to: number) => Promise<void>,
) => {
  const [drag, setDrag] = useState<Drag | null>(null);
  /** The row whose middle the pointer has come past. */
  const rowAt = (clientY: number): number => {
    const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect());
    const past = rows.findIndex(({ bottom }) => clientY < bottom);
    return past === -1 ? rows.length - 1 : past;
  };
  return {
    from: drag?.from ?? -1,
    target: drag?.target ?? -1,
    gripOf: (at: number) => ({
      onPointerDown: (event: PointerEvent) => {
        if (event.button !== 0 || !(event.currentTarget instanceof Element)) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: at, target: at });
      },
      onPointerMove: (event: PointerEvent) => {
        if (drag) setDrag({ ...drag, target: rowAt(event.clientY) });
      },
      onPointerUp: () => {
        if (drag && drag.target !== drag.from) void onMove(drag.from, drag.target);
      },
      onLostPointerCapture: () => setDrag(null),
    }),
  };
};
