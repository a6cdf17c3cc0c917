import { getLocale } from '../../messages/paraglide/runtime.js';
import { clockWords } from '../../ui/clock-words.ts';

const unitWords = (value: number, unit: 'minute' | 'second', digits: number): string =>
  new Intl.NumberFormat(getLocale(), {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: digits,
  }).format(value);

/** A length as it is said: "7.3 seconds", "1 minute, 50.2 seconds". */
export const spanWords = (seconds: number, digits = 1): string => {
  const rounded = Number(seconds.toFixed(digits));
  const minutes = Math.floor(rounded / 60);
  const rest = rounded - minutes * 60;
  const parts = [
    ...(minutes > 0 ? [unitWords(minutes, 'minute', 0)] : []),
    ...(rest > 0 || minutes === 0 ? [unitWords(rest, 'second', digits)] : []),
  ];
  return new Intl.ListFormat(getLocale(), { type: 'unit', style: 'long' }).format(parts);
};

/** A moment as a clock shows it, to the hundredth: `0:07.33`. A frame is about three hundredths long. */
export const momentWords = (seconds: number): string => {
  const hundredths = Math.round(seconds * 100);
  const point = new Intl.NumberFormat(getLocale()).format(0.5).charAt(1);
  return `${clockWords(Math.floor(hundredths / 100))}${point}${String(hundredths % 100).padStart(2, '0')}`;
};
