import { ApiError } from '../../client/api-error.ts';
import type { Client } from '../../client/create-client.ts';
import type { Captions } from '../../contract/kinds/demo.ts';
import { limits } from '../../contract/limits.ts';
import type { LocalDb, LocalRecord } from '../../local/db.ts';
import { type Cue, tidyCues } from '../../rules/captions/cues.ts';
import { decodeCaptions } from '../../rules/captions/decode-captions.ts';
import { readCaptions } from '../../rules/captions/read-captions.ts';
import { bringFile } from '../library/bring-file.ts';

type Shelf = { db: LocalDb; client: Client };

/** A demo's captions as plain words and times, whatever else may be in the file. Throws ApiError. */
export const readDemoCaptions = async (
  shelf: Shelf,
  record: LocalRecord,
  { file }: Captions,
): Promise<Cue[]> => {
  const blob = await bringFile(shelf, record, file);
  // The Worker takes none that is larger; nor is one read here that came past it.
  if (blob.size > limits.captionsBytes) throw new ApiError('too-large', 0);
  const bytes = await blob.arrayBuffer();
  return tidyCues(readCaptions(decodeCaptions(new Uint8Array(bytes))).cues);
};
