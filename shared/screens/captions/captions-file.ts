import type { Captions } from '../../contract/kinds/demo.ts';
import { sha256 } from '../../local/sha256.ts';
import { type Cue, tidyCues } from '../../rules/captions/cues.ts';
import { placeCues } from '../../rules/captions/cues-on-takes.ts';
import { writeVtt } from '../../rules/captions/write-captions.ts';
import { lengthOf } from '../../rules/timeline.ts';
import type { OpenRecording } from '../recording/read-recording.ts';

export type CaptionsFile = Captions & { blob: Blob };

/** Named after its content, because files are immutable; null where there is nothing to read in it. */
export const captionsFileOf = async (
  cues: readonly Cue[],
  language: string,
  lengthSeconds: number,
): Promise<CaptionsFile | null> => {
  const tidy = tidyCues(cues, lengthSeconds);
  if (tidy.length === 0) return null;
  const blob = new Blob([writeVtt(tidy)], { type: 'text/vtt' });
  return { file: `captions-${(await sha256(blob)).slice(0, 8)}.vtt`, language, blob };
};

/**
 * The captions of a recording as it is edited now: lines that were cut out are gone, and one that a cut goes through
 * is whole.
 */
export const captionsFile = async ({ captions, history }: OpenRecording): Promise<CaptionsFile | null> => {
  if (!captions) return null;
  const cues = placeCues(captions.cues, history.now);
  return captionsFileOf(cues, captions.language, lengthOf(history.now));
};
