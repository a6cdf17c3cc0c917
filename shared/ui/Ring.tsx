import type { ComponentChildren } from 'preact';
import css from './Ring.module.css';

type RingProps = {
  /** 0 to 1. */
  value: number;
  label: string;
  tone?: 'recording' | 'chalk';
  children?: ComponentChildren;
};

const radius = 46;
const round = 2 * Math.PI * radius;

/** A ring that fills clockwise from the top, with what it means inside it. */
export const Ring = ({ value, label, tone = 'recording', children }: RingProps) => {
  const filled = Math.min(1, Math.max(0, value));
  return (
    <div
      class={`${css.ring} ${css[tone]}`}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(filled * 100)}
    >
      <svg viewBox="0 0 100 100" aria-hidden="true" class={css.drawing}>
        <circle class={css.track} cx="50" cy="50" r={radius} />
        <circle
          class={css.fill}
          cx="50"
          cy="50"
          r={radius}
          stroke-dasharray={round}
          stroke-dashoffset={round * (1 - filled)}
          transform="rotate(-90 50 50)"
        />
      </svg>
      <div class={css.inside}>{children}</div>
    </div>
  );
};
