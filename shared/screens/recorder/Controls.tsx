import { Circle, Pause, Play, Square } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { clockWords } from '../../ui/clock-words.ts';
import { Clock } from './Clock.tsx';
import css from './Controls.module.css';
import { KeyHints } from './KeyHints.tsx';
import type { Helps } from './use-helps.ts';
import { useShortcuts } from './use-shortcuts.ts';
import type { TakeControl } from './use-take.ts';

/** What the letters do in each state; a person may switch them off (WCAG 2.1.4). */
const lettersOf = ({ run, count, pause, resume, stop }: TakeControl) => {
  if (run.at === 'idle') return { r: count };
  if (run.at !== 'running') return {};
  return { p: run.isPaused ? resume : pause, s: stop };
};

export const Controls = ({ take, helps }: { take: TakeControl; helps: Helps }) => {
  const { run, limitSeconds } = take;
  const focus = useRef<HTMLButtonElement>(null);
  const before = useRef(run.at);
  useEffect(() => {
    // What was pressed is gone; the keyboard goes on at what took its place.
    if (run.at !== before.current && run.at !== 'ending') focus.current?.focus();
    before.current = run.at;
  }, [run.at]);
  const isBefore = run.at === 'counting' || run.at === 'starting';
  useShortcuts({
    ...(helps.keys && lettersOf(take)),
    ...(isBefore && { Escape: take.cancel }),
  });

  if (run.at === 'idle') {
    return (
      <div class={css.controls}>
        <Button buttonRef={focus} look="record" onClick={take.count}>
          <Circle aria-hidden="true" />
          {m.record_start()}
        </Button>
        <p class={css.hint}>
          {m.record_start_hint({ most: clockWords(limitSeconds) })}
          {helps.keys && <KeyHints />}
        </p>
      </div>
    );
  }
  if (isBefore) {
    return (
      <div class={css.controls}>
        <Button buttonRef={focus} look="record" busy={run.at === 'starting'} onClick={take.skip}>
          {m.record_now()}
        </Button>
        <Button onClick={take.cancel}>{m.common_cancel()}</Button>
      </div>
    );
  }
  const isPaused = run.at === 'running' && run.isPaused;
  return (
    <div class={`${css.controls} ${css.running}`}>
      <Clock take={take} withSound={helps.sound} />
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
