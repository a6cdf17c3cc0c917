import { type Speech, speechRate } from './speech.ts';

/** How loud a tenth of a second is. */
const window = speechRate / 10;
const loudness = (speech: Speech, from: number): number => {
  let sum = 0;
  for (let at = from; at < from + window; at++) sum += (speech[at] ?? 0) ** 2;
  return sum;
};

/** The middle of the quietest tenth of a second between two samples. */
const quietest = (speech: Speech, from: number, to: number): number => {
  let best = from;
  let least = Number.POSITIVE_INFINITY;
  for (let at = from; at + window <= to; at += window / 2) {
    const here = loudness(speech, at);
    if (here < least) [best, least] = [at, here];
  }
  return best + window / 2;
};

/** Parts of no more than `mostSeconds`, each ending where it is quiet, so that no word is cut in two. */
export const partSpeech = (speech: Speech, mostSeconds: number): { atSeconds: number; part: Speech }[] => {
  const parts: { atSeconds: number; part: Speech }[] = [];
  const most = mostSeconds * speechRate;
  for (let from = 0; from < speech.length; ) {
    const isLast = speech.length - from <= most;
    const to = isLast ? speech.length : quietest(speech, from + Math.floor(most * 0.7), from + most);
    parts.push({ atSeconds: from / speechRate, part: speech.subarray(from, to) });
    from = to;
  }
  return parts;
};
