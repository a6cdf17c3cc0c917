import type { ErrorCode } from '../../shared/contract/errors.ts';
import { limits } from '../../shared/contract/limits.ts';
import { unsafeCaptions } from './unsafe-captions.ts';
import { unsafeMarkup } from './unsafe-markup.ts';

export type Look = {
  mostBytes: number;
  /** The first thing that is amiss, or null. */
  amiss: (bytes: Uint8Array) => Promise<string | null>;
  refusal: ErrorCode;
};

/** Files that are read before they are kept, by their ending: what a browser would make more of than bytes. */
const looks: Readonly<Record<string, Look>> = {
  html: { mostBytes: limits.articleBytes, amiss: unsafeMarkup, refusal: 'unsafe-markup' },
  vtt: { mostBytes: limits.captionsBytes, amiss: unsafeCaptions, refusal: 'unsafe-captions' },
};

export const lookOf = (name: string): Look | undefined => looks[name.slice(name.lastIndexOf('.') + 1)];
