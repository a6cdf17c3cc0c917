import { useEffect, useState } from 'preact/hooks';
import { m } from '../messages/paraglide/messages.js';
import { getLocale } from '../messages/paraglide/runtime.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** "just now" to "6 days ago", then the date. */
export const timeWords = (atMs: number, nowMs: number): string => {
  const ago = atMs - nowMs;
  const relative = new Intl.RelativeTimeFormat(getLocale(), { numeric: 'auto' });
  if (Math.abs(ago) < minuteMs) return m.common_just_now();
  if (Math.abs(ago) < hourMs) return relative.format(Math.trunc(ago / minuteMs), 'minute');
  if (Math.abs(ago) < dayMs) return relative.format(Math.trunc(ago / hourMs), 'hour');
  if (Math.abs(ago) < 7 * dayMs) return relative.format(Math.trunc(ago / dayMs), 'day');
  return new Intl.DateTimeFormat(getLocale(), { dateStyle: 'medium' }).format(atMs);
};

/** A moment in words, which follow the clock, with the exact one for those who point at it. */
export const Time = ({ atMs }: { atMs: number }) => {
  const [nowMs, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minuteMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <time
      dateTime={new Date(atMs).toISOString()}
      title={new Intl.DateTimeFormat(getLocale(), { dateStyle: 'full', timeStyle: 'short' }).format(atMs)}
    >
      {timeWords(atMs, nowMs)}
    </time>
  );
};
