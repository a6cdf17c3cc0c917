import type { NewFile } from '../take/segment-output.ts';

/** Files are immutable: what a cut made is named after its own bytes, so that the same cut is the same file. */
export const nameFile = async (blob: Blob, ending: 'm4s' | 'mp4'): Promise<NewFile> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
  const hex = Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { name: `cut-${hex}.${ending}`, blob };
};
