import { AArrowDown, AArrowUp, ChevronsDown, ChevronsUp } from 'lucide-preact';
import { m } from '../../messages/paraglide/messages.js';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import css from './Teleprompter.module.css';
import { type Pace, sizes, speeds } from './use-teleprompter.ts';

type PaceButtonsProps = { pace: Pace; isMoving: boolean; onChange: (pace: Pace) => void };

/** How large, and how fast where it moves by itself. */
export const PaceButtons = ({ pace, isMoving, onChange }: PaceButtonsProps) => {
  const { wordsPerMinute, size } = pace;
  const pick = (next: Pace, said: string) => {
    onChange(next);
    announce(said);
  };
  const speedTo = (count: number) => pick({ ...pace, wordsPerMinute: count }, m.record_text_speed({ count }));
  const sizeTo = (times: number) =>
    pick({ ...pace, size: times }, m.record_text_size({ percent: Math.round(times * 100) }));
  return (
    <>
      {isMoving && (
        <span class={css.pair}>
          <Button
            label={m.record_text_slower()}
            disabled={wordsPerMinute <= speeds.least}
            onClick={() => speedTo(wordsPerMinute - speeds.step)}
          >
            <ChevronsDown aria-hidden="true" />
          </Button>
          <Button
            label={m.record_text_faster()}
            disabled={wordsPerMinute >= speeds.most}
            onClick={() => speedTo(wordsPerMinute + speeds.step)}
          >
            <ChevronsUp aria-hidden="true" />
          </Button>
        </span>
      )}
      <span class={css.pair}>
        <Button
          label={m.record_text_smaller()}
          disabled={size <= sizes.least}
          onClick={() => sizeTo(size - sizes.step)}
        >
          <AArrowDown aria-hidden="true" />
        </Button>
        <Button
          label={m.record_text_larger()}
          disabled={size >= sizes.most}
          onClick={() => sizeTo(size + sizes.step)}
        >
          <AArrowUp aria-hidden="true" />
        </Button>
      </span>
    </>
  );
};
