import type { Cue } from '../../rules/captions/cues.ts';
import type { Speech } from './speech.ts';

export type DraftOptions = {
  /** BCP 47. */
  language: string;
  /** 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
};

/** Something that hears what is said. `draft` rejects with the signal's reason when it is aborted. */
export type CaptionDrafter = {
  id: 'device' | 'server';
  isAvailable: (language: string) => Promise<boolean>;
  draft: (speech: Speech, options: DraftOptions) => Promise<Cue[]>;
};
