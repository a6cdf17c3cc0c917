import { type Cue, cleanCueText, wholeMs } from './cues.ts';

/** Two lines of about 42 characters, as television has them. */
const mostCharacters = 84;

/** Ends a piece: better after a sentence, then after a comma, then at any space. */
const breaks = [/[.!?…。！？]["'”’»)]?\s/g, /[,;:，、；]\s/g, /\s/g];

/** Where a text is cut that is too long: after the last good place in its second half, or at the limit. */
const cutOf = (text: string): number => {
  const head = text.slice(0, mostCharacters + 1);
  for (const pattern of breaks) {
    const last = [...head.matchAll(pattern)].at(-1);
    const end = last ? last.index + last[0].length : 0;
    if (end > mostCharacters / 3) return end;
  }
  return mostCharacters;
};

/**
 * What was heard in one stretch, as cues that are short enough to be read. A recogniser says when a sentence
 * begins and ends; between, time is shared out by the length of the words.
 */
export const cuesOfSpeech = ({ fromSeconds, toSeconds, text }: Cue): Cue[] => {
  const words = cleanCueText(text).replace(/\s+/g, ' ');
  const pieces: string[] = [];
  for (let rest = words; rest !== ''; ) {
    const at = rest.length <= mostCharacters ? rest.length : cutOf(rest);
    pieces.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  const perCharacter = (toSeconds - fromSeconds) / Math.max(1, pieces.join('').length);
  let at = fromSeconds;
  return pieces.map((piece) => {
    const begins = at;
    at += piece.length * perCharacter;
    return { fromSeconds: wholeMs(begins), toSeconds: wholeMs(at), text: piece };
  });
};
