import type { Id } from '../../contract/ids.ts';
import type { Track } from '../../contract/kinds/demo.ts';
import { addFile } from '../../local/add-file.ts';
import type { LocalDb } from '../../local/db.ts';
import type { NewFile } from '../../recording/take/segment-output.ts';
import { readRecording } from '../recording/read-recording.ts';

type Cleaned = {
  /** Of the takes from this index on. */
  from: number;
  tracks: (Track | null)[];
  files: readonly NewFile[];
};

/** Held on this device until the demo is published with it. Only then does the recording speak of it. */
export const keepClean = async (
  db: LocalDb,
  { record, space }: { record: Id; space: Id },
  { from, tracks, files }: Cleaned,
): Promise<void> => {
  for (const file of files) await addFile(db, { space, record, ...file, held: true });
  await db.recordings
    .where('record')
    .equals(record)
    .modify((row) => {
      row.clean = [...readRecording(row).cleaned.slice(0, from), ...tracks];
      row.isSoundAsRecorded = false;
    });
};

export const switchSound = async (db: LocalDb, record: Id, isSoundAsRecorded: boolean): Promise<void> => {
  await db.recordings.update(record, { isSoundAsRecorded });
};
