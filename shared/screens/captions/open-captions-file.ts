import { limits } from '../../contract/limits.ts';
import { m } from '../../messages/paraglide/messages.js';
import { type Cue, tidyCues } from '../../rules/captions/cues.ts';
import { decodeCaptions } from '../../rules/captions/decode-captions.ts';
import { readCaptions } from '../../rules/captions/read-captions.ts';
import { problemWords } from './problem-words.ts';

/** Notes, styles and two bytes for a letter may be in it: somewhat larger than what is published of it. */
const mostBytes = 4 * limits.captionsBytes;

/** The cues of a file that somebody chose, and in words what of it could not be read. */
export const openCaptionsFile = async (
  file: Blob,
  lengthSeconds: number,
): Promise<{ cues: Cue[]; problems: string[] }> => {
  if (file.size > mostBytes) return { cues: [], problems: [m.captions_problem_too_big()] };
  const read = readCaptions(decodeCaptions(new Uint8Array(await file.arrayBuffer())));
  const cues = tidyCues(read.cues, lengthSeconds);
  const problems = read.problems.map(problemWords);
  return { cues, problems: cues.length || problems.length ? problems : [m.captions_problem_empty()] };
};
