import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import type { Capture, Level } from '../../recording/capture/capture.ts';
import { barOf } from '../../recording/capture/hearing.ts';
import css from './LevelMeter.module.css';

/** How much of the bar is left after a tenth of a second of silence: it falls slower than it rises. */
const fall = 0.75;
const drawnEveryMs = 66;

type Heard = 'well' | 'silent' | 'clipping';
const heardOf = ({ isHeard, isClipping }: Level): Heard =>
  isClipping ? 'clipping' : isHeard ? 'well' : 'silent';

type LevelMeterProps = { capture: Capture; isRecording: boolean };

/** The bar is drawn past Preact, fifteen times a second; the words change only when what they say does. */
export const LevelMeter = ({ capture, isRecording }: LevelMeterProps) => {
  const id = useId();
  const bar = useRef<HTMLDivElement>(null);
  const [heard, setHeard] = useState<Heard>('well');
  useEffect(() => {
    let shown = 0;
    let loudest = 0;
    let drawnMs = 0;
    return capture.onLevel((level) => {
      loudest = Math.max(loudest, level.peak);
      if (performance.now() - drawnMs < drawnEveryMs) return;
      drawnMs = performance.now();
      shown = Math.max(barOf(loudest), shown * fall);
      loudest = 0;
      bar.current?.style.setProperty('--level', String(shown));
      bar.current?.setAttribute('aria-valuenow', String(Math.round(shown * 100)));
      setHeard(heardOf(level));
    });
  }, [capture]);
  const words: Record<Heard, () => string> = {
    well: m.record_level_heard,
    silent: isRecording ? m.record_level_silent_now : m.record_level_silent,
    clipping: m.record_level_clipping,
  };
  return (
    <div class={css.level}>
      <span id={id}>{m.record_level()}</span>
      {/* biome-ignore lint/a11y/useSemanticElements: each browser draws <meter> by another set of inner parts */}
      <div
        ref={bar}
        class={heard === 'clipping' ? css.full : css.bar}
        role="meter"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={0}
      />
      <p role="status" class={heard === 'well' ? css.heard : css.silent}>
        {words[heard]()}
      </p>
    </div>
  );
};
