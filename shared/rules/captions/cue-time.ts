/** Hours may be missing or many, and SRT has a comma: `1:02`, `00:01:02.345`, `123:00:00,5`. */
const stamp = String.raw`(?:(\d{1,6}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?`;
/** What follows the second time are WebVTT's settings or SRT's coordinates: where a line stands is not theirs to say. */
const timing = new RegExp(String.raw`^\s*${stamp}\s*-->\s*${stamp}(?:\s.*)?$`);

const seconds = (hours = '0', minutes = '0', rest = '0', fraction = '0'): number | null => {
  if (Number(minutes) > 59 || Number(rest) > 59) return null;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(rest);
  return (whole * 1000 + Number(fraction.padEnd(3, '0'))) / 1000;
};

export type Timing = { fromSeconds: number; toSeconds: number };

/** `null` for a line that is no timing at all, `'unreadable'` for one whose times are none. */
export const readTiming = (line: string): Timing | 'unreadable' | null => {
  if (!line.includes('-->')) return null;
  const parts = timing.exec(line)?.slice(1);
  if (!parts) return 'unreadable';
  const fromSeconds = seconds(...parts.slice(0, 4));
  const toSeconds = seconds(...parts.slice(4));
  return fromSeconds === null || toSeconds === null ? 'unreadable' : { fromSeconds, toSeconds };
};

/** `00:01:02.345`, with SRT's comma where that is asked for. */
export const writeTime = (atSeconds: number, point: '.' | ',' = '.'): string => {
  const ms = Math.round(atSeconds * 1000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const clock = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map(two).join(':');
  return `${clock}${point}${String(ms % 1000).padStart(3, '0')}`;
};

/** As a person types it, `1:02.5` or `62,5`; null for what is no time. */
export const readClock = (text: string): number | null => {
  const parts = /^\s*(?:(\d{1,3}):)?(\d{1,5})(?:[.,](\d{1,3}))?\s*$/.exec(text);
  if (!parts) return null;
  const [, minutes = '0', rest = '0', fraction = ''] = parts;
  return Number(minutes) * 60 + Number(rest) + Number(`0.${fraction}0`);
};

/** As a person reads it, to the tenth: `1:02.5`. */
export const writeClock = (seconds: number, point = '.'): string => {
  const tenths = Math.round(seconds * 10);
  const rest = String(Math.floor(tenths / 10) % 60).padStart(2, '0');
  return `${Math.floor(tenths / 600)}:${rest}${point}${tenths % 10}`;
};
