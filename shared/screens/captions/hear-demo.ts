import { readSpeech } from '../../recording/captions/read-speech.ts';
import type { Speech } from '../../recording/captions/speech.ts';
import { timelineSeconds } from '../../rules/playlist.ts';
import { readDemoFiles } from '../demo/read-demo-file.ts';
import type { Entry } from '../library/entry.ts';

/** What is said in a live demo, from its published sound. Throws ApiError, or the signal's reason. */
export const hearDemo = (
  { record, body }: Entry<'demo'>,
  options: Parameters<typeof readDemoFiles>[1],
): Promise<Speech> => {
  const heard = body.takes.map((take) => ({
    track: take.audio ?? null,
    fromSeconds: take.fromSeconds ?? 0,
    toSeconds: (take.fromSeconds ?? 0) + timelineSeconds([take]),
  }));
  return readSpeech(heard, readDemoFiles(record, options), options);
};
