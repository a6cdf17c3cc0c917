import { m } from '../../messages/paraglide/messages.js';
import { clockWords } from '../../ui/clock-words.ts';
import { Notice } from '../../ui/Notice.tsx';
import { spanWords } from './span-words.ts';

/** A take that stops by itself at the limit may be some frames longer. */
const graceSeconds = 0.5;

export const isTooLong = (length: number, most: number): boolean => length > most + graceSeconds;

export const TooLong = ({ length, most }: { length: number; most: number }) => (
  <Notice kind="problem">
    {m.review_too_long({
      length: clockWords(length),
      most: clockWords(most),
      over: spanWords(Math.ceil((length - most) * 10) / 10),
    })}
  </Notice>
);
