import type { Ref } from 'preact';
import { useRef } from 'preact/hooks';
import { nearestMoment, nextMoment } from '../../rules/frame-moments.ts';
import { spanWords } from './span-words.ts';
import css from './Timeline.module.css';
import type { Strip } from './use-strip.ts';

type HandleProps = {
  look: 'playhead' | 'begin' | 'end';
  label: string;
  seconds: number;
  /** Where it may be. */
  from: number;
  to: number;
  moments: readonly number[];
  strip: Strip;
  onMove: (seconds: number) => void;
  onGrab?: () => void;
  handleRef?: Ref<HTMLDivElement>;
};

const steps: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -1,
  PageUp: 1,
};

/** A moment of the timeline that is dragged, or moved by keys: a frame, a second, five, or to the end. */
export const Handle = (props: HandleProps) => {
  const { look, label, seconds, from, to, moments, strip, onMove, onGrab, handleRef } = props;
  const held = useRef<number | null>(null);
  const within = (wanted: number): number => Math.min(to, Math.max(from, wanted));
  const byKey = (key: string, isShift: boolean): number | null => {
    if (key === 'Home') return from;
    if (key === 'End') return to;
    const by = steps[key];
    if (by !== 1 && by !== -1) return null;
    const jump = key.startsWith('Page') ? 5 : isShift ? 1 : 0;
    return jump > 0 ? nearestMoment(moments, seconds + by * jump) : nextMoment(moments, seconds, by);
  };
  return (
    <div
      ref={handleRef ?? null}
      role="slider"
      tabIndex={0}
      class={`${css.handle} ${css[look]}`}
      style={{ left: `${strip.xOf(seconds)}px` }}
      aria-label={label}
      aria-valuemin={Number(from.toFixed(2))}
      aria-valuemax={Number(to.toFixed(2))}
      aria-valuenow={Number(seconds.toFixed(2))}
      aria-valuetext={spanWords(seconds, 2)}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const wanted = byKey(event.key, event.shiftKey);
        if (wanted === null) return;
        event.preventDefault();
        onGrab?.();
        onMove(within(wanted));
        strip.follow(within(wanted));
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        // Where it was taken hold of stays under the finger.
        held.current = strip.secondsAt(event.clientX) - seconds;
        onGrab?.();
      }}
      onPointerMove={(event) => {
        if (held.current === null) return;
        strip.nudge(event.clientX);
        onMove(within(nearestMoment(moments, strip.secondsAt(event.clientX) - held.current)));
      }}
      onLostPointerCapture={() => {
        held.current = null;
      }}
    />
  );
};
