import { limits } from '../../contract/limits.ts';
import { plainText } from './cue-markup.ts';
import { readTiming, type Timing } from './cue-time.ts';
import { type Cue, cleanCueText } from './cues.ts';

/**
 * What could not be read, by its line (from 1). `not-captions`: there is no time in it at all. `time`: a time
 * that is none. `backwards`: a line that ends before it begins. `no-time`: words that no time belongs to.
 */
export type CaptionsProblem = {
  line: number;
  reason: 'not-captions' | 'time' | 'backwards' | 'no-time' | 'too-many';
};
export type CaptionsRead = { cues: Cue[]; problems: CaptionsProblem[] };

type Line = { number: number; text: string };
type Block = Line[];

/** Line ends of every system; what is no blank line to WebVTT but looks like one counts as one. */
const blocksOf = (text: string): Block[] => {
  const blocks: Block[] = [];
  let block: Block = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() !== '') {
      if (block.length === 0) blocks.push(block);
      block.push({ number: index + 1, text: line });
    } else block = [];
  }
  return blocks;
};

const isTiming = (timing: ReturnType<typeof readTiming>): timing is Timing =>
  timing !== null && timing !== 'unreadable';

/** Where times stand inside a block no blank line was put before them: they begin one, with the number above. */
const partAtTimes = (block: Block): Block[] => {
  const parts: Block[] = [];
  let part: Block = [];
  for (const line of block) {
    const above = part.at(-1);
    if (isTiming(readTiming(line.text)) && part.some(({ text }) => isTiming(readTiming(text)))) {
      const isNumbered = above !== undefined && /^\s*\d+\s*$/.test(above.text);
      parts.push(isNumbered ? part.slice(0, -1) : part);
      part = isNumbered && above ? [above, line] : [line];
    } else part.push(line);
  }
  return [...parts, part];
};

const isAside = ([first]: Block): boolean => /^(NOTE|STYLE|REGION)(\s|$)/.test(first?.text ?? '');

type Found = { cue: Cue } | { problem: CaptionsProblem } | null;

const readBlock = (block: Block, format: 'vtt' | 'srt'): Found => {
  // The times are on the first line, or on the second under the cue's name or number.
  const at = block.slice(0, 2).findIndex(({ text }) => isTiming(readTiming(text)));
  const line = block[at];
  const timing = line && readTiming(line.text);
  const [first] = block;
  if (!line || !timing || !isTiming(timing)) {
    if (!first || isAside(block) || (block.length === 1 && /^\s*\d+\s*$/.test(first.text))) return null;
    const bad = block.slice(0, 2).find(({ text }) => readTiming(text) === 'unreadable');
    return { problem: { line: (bad ?? first).number, reason: bad ? 'time' : 'no-time' } };
  }
  const text = block.slice(at + 1).map((words) => words.text);
  const cue = { ...timing, text: cleanCueText(plainText(text.join('\n'), format)) };
  if (cue.text === '') return null;
  return cue.toSeconds > cue.fromSeconds ? { cue } : { problem: { line: line.number, reason: 'backwards' } };
};

const isVtt = (text: string): boolean => /^WEBVTT(?=[ \t\r\n]|$)/.test(text);

/**
 * Reads WebVTT (https://www.w3.org/TR/webvtt1/) and SRT, and forgives what people's programs get wrong in them.
 * Notes, styles, regions, settings and tags are left out: what comes back is plain words and times, in the
 * file's order. Cues without words are none.
 */
export const readCaptions = (source: string): CaptionsRead => {
  const text = source.replace(/^\ufeff/, '').replaceAll('\0', '\ufffd');
  const format = isVtt(text) ? 'vtt' : 'srt';
  const blocks = blocksOf(text);
  // Whatever stands under the signature up to a blank line is the header, unless times do.
  const [header] = blocks;
  if (format === 'vtt' && header) {
    const body = header.findIndex(({ text: line }) => isTiming(readTiming(line)));
    blocks.splice(0, 1, ...(body === -1 ? [] : [header.slice(body)]));
  }
  const found = blocks.flatMap(partAtTimes).map((block) => readBlock(block, format));
  const cues = found.flatMap((one) => (one && 'cue' in one ? [one.cue] : []));
  const problems = found.flatMap((one) => (one && 'problem' in one ? [one.problem] : []));
  if (format === 'srt' && cues.length === 0) {
    const times = problems.filter(({ reason }) => reason !== 'no-time');
    return { cues, problems: times.length ? times : [{ line: 1, reason: 'not-captions' }] };
  }
  const last = blocks.at(-1)?.at(-1)?.number ?? 1;
  if (cues.length > limits.cues) problems.push({ line: last, reason: 'too-many' });
  return { cues: cues.slice(0, limits.cues), problems };
};
