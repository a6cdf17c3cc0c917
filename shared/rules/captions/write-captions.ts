import { limits } from '../../contract/limits.ts';
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

/** As long as any two times. */
const timingLength = 64;
/** An escape stands for one character, and a character may be two of a string's units. */
const fitsCue = (block: string): boolean =>
  block.replace(/&\w{2,3};/g, '&').length <= timingLength + limits.cueLength * 2;

/**
 * Seen without reading it. To put accents into their order (NFC) takes the square of their number: half a
 * megabyte of nothing else would keep whoever reads it busy for a minute.
 */
const mayBePlain = (text: string): boolean => {
  const blocks = text.split('\n\n', limits.cues + 2);
  return blocks.length <= limits.cues + 1 && blocks.every(fitsCue);
};

/** Whether a text is captions in exactly the form that is published: what else could be said in it, is not. */
export const isPlainVtt = (text: string): boolean => {
  if (!mayBePlain(text)) return false;
  const { cues, problems } = readCaptions(text);
  return problems.length === 0 && cues.length > 0 && writeVtt(tidyCues(cues)) === text;
};
