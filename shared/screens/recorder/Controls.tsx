import { Circle, Pause, Play, Square } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { clockWords } from '../../ui/clock-words.ts';
import { Ring } from '../../ui/Ring.tsx';
import css from './Controls.module.css';
import type { TakeControl } from './use-take.ts';

/** From here on the ring is yellow and the words count down: time to come to an end. */
const lastSeconds = 15;

export const Controls = ({ take }: { take: TakeControl }) => {
  const { run, seconds, limitSeconds } = take;
  const focus = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // What was pressed is gone; the keyboard goes on at what took its place.
    if (run.at === 'counting' || run.at === 'running') focus.current?.focus();
  }, [run.at]);
  const left = Math.ceil(limitSeconds - seconds);
  const isLast = left <= lastSeconds;

  if (run.at === 'idle') {
    return (
      <div class={css.controls}>
        <Button look="record" onClick={take.count}>
          <Circle aria-hidden="true" />
          {m.record_start()}
        </Button>
        <p class={css.hint}>{m.record_start_hint({ most: clockWords(limitSeconds) })}</p>
      </div>
    );
  }
  if (run.at === 'counting' || run.at === 'starting') {
    return (
      <div class={css.controls}>
        <Button buttonRef={focus} look="record" busy={run.at === 'starting'} onClick={take.skip}>
          {m.record_now()}
        </Button>
        <Button disabled={run.at === 'starting'} onClick={take.cancel}>
          {m.common_cancel()}
        </Button>
      </div>
    );
  }
  const isPaused = run.at === 'running' && run.isPaused;
  const time = clockWords(seconds);
  return (
    <div class={`${css.controls} ${css.running}`}>
      <Ring
        value={seconds / limitSeconds}
        tone={isLast ? 'chalk' : 'recording'}
        label={m.record_recorded({ time, most: clockWords(limitSeconds) })}
      >
        {time}
      </Ring>
      <p class={css.state}>
        {run.at === 'ending' ? m.record_ending() : isPaused ? m.record_paused() : m.record_recording()}
        {isLast && run.at === 'running' && <strong>{m.record_left({ count: left })}</strong>}
      </p>
      {/* Said once: the count beside the ring would be said at every second, and a toast would lie over Stop. */}
      <span role="status" class={css.spoken}>
        {isLast && run.at === 'running' && m.record_left({ count: lastSeconds })}
      </span>
      <Button disabled={run.at === 'ending'} onClick={isPaused ? take.resume : take.pause}>
        {isPaused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
        {isPaused ? m.record_resume() : m.record_pause()}
      </Button>
      <Button buttonRef={focus} look="record" busy={run.at === 'ending'} onClick={take.stop}>
        <Square aria-hidden="true" />
        {m.record_stop()}
      </Button>
    </div>
  );
};
