import { ArrowDown, ArrowUp, Pause, Play } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { useMedia } from '../use-media.ts';
import { PaceButtons } from './PaceButtons.tsx';
import css from './Teleprompter.module.css';
import { useScroll } from './use-scroll.ts';
import { usePace } from './use-teleprompter.ts';

type TeleprompterProps = {
  text: string;
  /** While a take runs, and is not paused. */
  isRunning: boolean;
};

/** One's own text, at the top and so close to the camera. Where no motion is wanted it goes on by a press. */
export const Teleprompter = ({ text, isRunning }: TeleprompterProps) => {
  const box = useRef<HTMLElement>(null);
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const [isHeld, setHeld] = useState(false);
  const [pace, choosePace] = usePace();
  useScroll(box, text, pace.wordsPerMinute, isRunning && !isHeld && !isStill);
  const step = (direction: 1 | -1) => {
    const height = box.current?.clientHeight ?? 0;
    // A line of what was read stays, so that the eye finds where it was.
    box.current?.scrollBy({ top: direction * height * 0.7 });
  };
  return (
    <div class={css.prompter}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section ref={box} class={css.box} tabIndex={0} aria-label={m.record_text_own()}>
        <p class={css.text} dir="auto" style={{ '--size': pace.size }}>
          {text}
        </p>
      </section>
      <div class={css.buttons}>
        {isStill ? (
          <span class={css.pair}>
            <Button label={m.record_text_back()} onClick={() => step(-1)}>
              <ArrowUp aria-hidden="true" />
            </Button>
            <Button onClick={() => step(1)}>
              <ArrowDown aria-hidden="true" />
              {m.record_text_on()}
            </Button>
          </span>
        ) : (
          <Button label={isHeld ? m.record_text_go() : m.record_text_hold()} onClick={() => setHeld(!isHeld)}>
            {isHeld ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
          </Button>
        )}
        <PaceButtons pace={pace} isMoving={!isStill} onChange={choosePace} />
      </div>
    </div>
  );
};
