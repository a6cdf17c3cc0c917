import { useEffect } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { clockWords } from '../../ui/clock-words.ts';
import { Ring } from '../../ui/Ring.tsx';
import css from './Controls.module.css';
import { playSoftTone } from './soft-tone.ts';
import type { TakeControl } from './use-take.ts';

/** From here on the ring is yellow and the words count down: time to come to an end. */
const lastSeconds = 15;

const stateWords = (run: TakeControl['run']): string => {
  if (run.at === 'ending') {
    return run.share === null ? m.record_ending() : m.bring_ending({ percent: Math.floor(run.share * 100) });
  }
  return run.at === 'running' && run.isPaused ? m.record_paused() : m.record_recording();
};

/** How much is recorded of what may be, and softly, once, that it comes to an end. */
export const Clock = ({ take, withSound }: { take: TakeControl; withSound: boolean }) => {
  const { run, seconds, limitSeconds } = take;
  const left = Math.ceil(limitSeconds - seconds);
  const isLast = left <= lastSeconds;
  // A take that is no longer than that from its beginning needs no sign.
  const isSign = isLast && limitSeconds > 2 * lastSeconds;
  useEffect(() => {
    if (isSign && withSound) playSoftTone().catch(console.warn);
  }, [isSign]);
  const time = clockWords(seconds);
  return (
    <>
      <Ring
        value={seconds / limitSeconds}
        tone={isLast ? 'chalk' : 'recording'}
        label={m.record_recorded({ time, most: clockWords(limitSeconds) })}
      >
        {time}
      </Ring>
      <p class={css.state}>
        {stateWords(run)}
        {isLast && run.at === 'running' && <strong>{m.record_left({ count: left })}</strong>}
      </p>
      {/* Said once: the count beside the ring would be said at every second, and a toast would lie over Stop. */}
      <span role="status" class={css.spoken}>
        {isLast && run.at === 'running' && m.record_left({ count: lastSeconds })}
      </span>
    </>
  );
};
