import { useRef, useState } from 'preact/hooks';
import { getLocale } from '../../messages/paraglide/runtime.js';
import { readClock, writeClock } from '../../rules/captions/cue-time.ts';
import css from './TimeField.module.css';

type TimeFieldProps = {
  label: string;
  describedBy: string;
  seconds: number;
  lengthSeconds: number;
  onChange: (seconds: number) => void;
};

const secondsPerPixel = 0.02;
/** So far a press may slip and is still no drag. */
const slipPixels = 4;
const steps: Readonly<Record<string, number>> = { ArrowUp: 0.1, ArrowDown: -0.1, PageUp: 1, PageDown: -1 };

/** A moment that is typed, stepped with the arrow keys, or dragged to the left and right. */
export const TimeField = ({ label, describedBy, seconds, lengthSeconds, onChange }: TimeFieldProps) => {
  const [typed, setTyped] = useState<string | null>(null);
  const drag = useRef<{ x: number; from: number; isOn: boolean } | null>(null);
  const point = new Intl.NumberFormat(getLocale()).format(0.5).charAt(1);
  const clock = writeClock(seconds, point);
  const take = (): void => {
    const meant = typed === null ? null : readClock(typed);
    setTyped(null);
    if (meant !== null) onChange(meant);
  };
  return (
    <input
      class={css.field}
      type="text"
      role="spinbutton"
      inputMode="decimal"
      autocomplete="off"
      aria-label={label}
      aria-describedby={describedBy}
      aria-valuenow={Number(seconds.toFixed(1))}
      aria-valuemin={0}
      aria-valuemax={Number(lengthSeconds.toFixed(1))}
      aria-valuetext={clock}
      value={typed ?? clock}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        const step = steps[event.key];
        if (event.key === 'Enter') take();
        if (step === undefined) return;
        event.preventDefault();
        setTyped(null);
        onChange(((typed === null ? null : readClock(typed)) ?? seconds) + step);
      }}
      onPointerDown={(event) => {
        drag.current = { x: event.clientX, from: seconds, isOn: false };
      }}
      onPointerMove={(event) => {
        const dragged = drag.current;
        if (!dragged || event.buttons === 0) return;
        const moved = event.clientX - dragged.x;
        if (!dragged.isOn && Math.abs(moved) < slipPixels) return;
        if (!dragged.isOn) event.currentTarget.setPointerCapture(event.pointerId);
        dragged.isOn = true;
        event.preventDefault();
        setTyped(null);
        onChange(dragged.from + moved * secondsPerPixel);
      }}
      onPointerUp={() => {
        drag.current = null;
      }}
      onPointerCancel={() => {
        drag.current = null;
      }}
    />
  );
};
