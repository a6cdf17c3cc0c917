import { limits } from '../../contract/limits.ts';
import { cleanText } from '../../contract/text.ts';

/** A line of captions and when it stands on the screen. Seconds are whole milliseconds; `text` is plain, `\n` and all. */
export type Cue = { fromSeconds: number; toSeconds: number; text: string };

/** Shorter than this nobody reads it, and no player shows it surely. */
export const leastCueSeconds = 0.2;
/** How long a line stands that somebody begins to type. */
const newCueSeconds = 3;

export const wholeMs = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** As a cue may say it: no hidden characters, and no blank line, which would end it. */
export const cleanCueText = (text: string): string =>
  cleanText(text)
    .split('\n')
    .map((line) => line.replaceAll('\t', ' ').trim())
    .filter((line) => line !== '')
    .join('\n');

/** Cuts a text that is too long for one cue at its spaces; what has none is cut where it has to be. */
const pieces = (text: string): string[] => {
  const chars = Array.from(text);
  const cut: string[] = [];
  for (let from = 0; from < chars.length; ) {
    const isRest = chars.length - from <= limits.cueLength;
    const head = chars.slice(from, from + limits.cueLength + 1);
    const space = isRest ? -1 : head.findLastIndex((char) => /\s/.test(char));
    const length = space > 0 ? space : limits.cueLength;
    cut.push(
      chars
        .slice(from, from + length)
        .join('')
        .trim(),
    );
    from += length;
  }
  return cut.filter((piece) => piece !== '');
};

const split = ({ fromSeconds, toSeconds, text }: Cue): Cue[] => {
  const texts = pieces(cleanCueText(text));
  const each = (toSeconds - fromSeconds) / texts.length;
  return texts.map((piece, at) => ({
    fromSeconds: wholeMs(fromSeconds + at * each),
    toSeconds: wholeMs(fromSeconds + (at + 1) * each),
    text: piece,
  }));
};

/**
 * Cues as they may be published: in order, within the demo, each long enough to be seen and short enough to be
 * read. Two that overlap stay so, for two people can speak at once. No more than the limit.
 */
export const tidyCues = (cues: readonly Cue[], lengthSeconds = Number.POSITIVE_INFINITY): Cue[] =>
  cues
    .flatMap(split)
    .map((cue) => {
      const fromSeconds = wholeMs(Math.max(0, cue.fromSeconds));
      const wanted = Math.max(cue.toSeconds, fromSeconds + leastCueSeconds);
      return { ...cue, fromSeconds, toSeconds: wholeMs(Math.min(wanted, lengthSeconds)) };
    })
    .filter(({ fromSeconds, toSeconds }) => toSeconds > fromSeconds)
    .sort((a, b) => a.fromSeconds - b.fromSeconds || a.toSeconds - b.toSeconds)
    .slice(0, limits.cues);

/** How fast it has to be read, in characters a second. */
export const readingSpeed = ({ fromSeconds, toSeconds, text }: Cue): number =>
  Array.from(text).length / Math.max(leastCueSeconds, toSeconds - fromSeconds);

/** Faster than most adults read captions (BBC and Netflix ask for 17 to 20 at most). */
export const mostReadingSpeed = 20;

/**
 * One line becomes two at the caret. The moment is where the player stands, if that is inside of it, and
 * otherwise where the caret lies in the text. With the caret at the end there is no second text yet: the line
 * ends where the player is by now, and the next begins there. `untilSeconds` is where whatever follows begins.
 */
export const splitCue = (
  cue: Cue,
  caret: number,
  { playerSeconds, untilSeconds }: { playerSeconds: number; untilSeconds: number },
): [Cue, Cue] => {
  const { fromSeconds, toSeconds, text } = cue;
  const [head, tail] = [text.slice(0, caret).trim(), text.slice(caret).trim()];
  const hasBegun = playerSeconds - fromSeconds >= leastCueSeconds;
  if (tail === '') {
    const isBefore = untilSeconds - playerSeconds >= leastCueSeconds;
    const end = wholeMs(hasBegun && isBefore ? playerSeconds : toSeconds);
    const nextEnd = Math.max(end + leastCueSeconds, Math.min(end + newCueSeconds, untilSeconds));
    return [
      { fromSeconds, toSeconds: end, text: head },
      { fromSeconds: end, toSeconds: wholeMs(nextEnd), text: '' },
    ];
  }
  const share = Math.min(0.9, Math.max(0.1, caret / text.length));
  const isInside = hasBegun && toSeconds - playerSeconds >= leastCueSeconds;
  const at = wholeMs(isInside ? playerSeconds : fromSeconds + (toSeconds - fromSeconds) * share);
  return [
    { fromSeconds, toSeconds: at, text: head },
    { fromSeconds: at, toSeconds, text: tail },
  ];
};

export const mergeCues = (first: Cue, second: Cue): Cue => ({
  fromSeconds: Math.min(first.fromSeconds, second.fromSeconds),
  toSeconds: Math.max(first.toSeconds, second.toSeconds),
  text: [first.text.trim(), second.text.trim()].filter((text) => text !== '').join(' '),
});

/** An empty line where the player stands, as long as there is room before the next. */
export const newCue = (cues: readonly Cue[], atSeconds: number, lengthSeconds: number): Cue => {
  const next = cues.find(({ fromSeconds }) => fromSeconds > atSeconds)?.fromSeconds ?? lengthSeconds;
  const fromSeconds = wholeMs(Math.max(0, Math.min(atSeconds, lengthSeconds - leastCueSeconds)));
  const room = Math.min(next, lengthSeconds) - fromSeconds;
  const lasts = Math.max(leastCueSeconds, Math.min(newCueSeconds, room));
  return { fromSeconds, toSeconds: wholeMs(fromSeconds + lasts), text: '' };
};
