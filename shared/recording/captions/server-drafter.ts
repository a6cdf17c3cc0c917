import { limits } from '../../contract/limits.ts';
import type { Cue } from '../../rules/captions/cues.ts';
import { cuesOfSpeech } from '../../rules/captions/cues-of-speech.ts';
import type { CaptionDrafter } from './drafter.ts';
import { partSpeech } from './part-speech.ts';
import { speechRate } from './speech.ts';
import { writeWav } from './write-wav.ts';

/** What the Worker's captioning service heard in a part, on the part's own time. */
export type Transcribe = (wav: Blob, language: string, signal: AbortSignal) => Promise<Cue[]>;

/** The server's captioning service. It is sent part by part: that can be seen to go on, and be stopped. */
export const serverDrafter = (isOffered: () => Promise<boolean>, transcribe: Transcribe): CaptionDrafter => ({
  id: 'server',
  isAvailable: isOffered,
  draft: async (speech, { language, onProgress, signal }) => {
    const cues: Cue[] = [];
    for (const { atSeconds, part } of partSpeech(speech, limits.speechSeconds)) {
      signal.throwIfAborted();
      const lasts = part.length / speechRate;
      for (const heard of await transcribe(writeWav(part), language, signal)) {
        const fromSeconds = Math.min(heard.fromSeconds, lasts) + atSeconds;
        const toSeconds = Math.min(heard.toSeconds, lasts) + atSeconds;
        cues.push(...cuesOfSpeech({ fromSeconds, toSeconds, text: heard.text }));
      }
      onProgress((atSeconds + lasts) / (speech.length / speechRate));
    }
    return cues;
  },
});
