import { isPlainVtt } from '../../shared/rules/captions/write-captions.ts';

/**
 * Captions are taken in the one form that our writer gives them: no note, style, region, setting or tag can be
 * said in it, and no two readers can read it differently. A byte order mark is not of that form.
 */
export const unsafeCaptions = async (bytes: Uint8Array): Promise<string | null> => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return isPlainVtt(text) ? null : 'not-plain-captions';
  } catch {
    return 'not-utf-8';
  }
};
