import { escapeSrt, escapeText } from './cue-markup.ts';
import { writeTime } from './cue-time.ts';
import type { Cue } from './cues.ts';
import { tidyCues } from './cues.ts';
import { readCaptions } from './read-captions.ts';

/** WebVTT of tidy cues, in the one form that is published: times and plain words, nothing else. */
export const writeVtt = (cues: readonly Cue[]): string =>
  [
    'WEBVTT\n',
    ...cues.map(
      ({ fromSeconds, toSeconds, text }) =>
        `\n${writeTime(fromSeconds)} --> ${writeTime(toSeconds)}\n${escapeText(text)}\n`,
    ),
  ].join('');

export const writeSrt = (cues: readonly Cue[]): string =>
  cues
    .map(
      ({ fromSeconds, toSeconds, text }, at) =>
        `${at + 1}\n${writeTime(fromSeconds, ',')} --> ${writeTime(toSeconds, ',')}\n${escapeSrt(text)}\n`,
    )
    .join('\n');

/** Whether a text is captions in exactly the form that is published: what else could be said in it, is not. */
export const isPlainVtt = (text: string): boolean => {
  const { cues, problems } = readCaptions(text);
  return problems.length === 0 && cues.length > 0 && writeVtt(tidyCues(cues)) === text;
};
