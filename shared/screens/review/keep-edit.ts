import type { Id } from '../../contract/ids.ts';
import type { LocalDb } from '../../local/db.ts';
import { doEdit, type EditHistory, redoEdit, undoEdit } from '../../rules/edit-history.ts';
import type { Timeline } from '../../rules/timeline.ts';
import { type PosterChoice, readRecording } from '../recording/read-recording.ts';

/** Reads what is kept and writes what comes of it in one transaction: keys that repeat lose no step. */
const change = async (
  db: LocalDb,
  record: Id,
  step: (history: EditHistory) => EditHistory,
): Promise<EditHistory> => {
  let changed: EditHistory | undefined;
  await db.recordings
    .where('record')
    .equals(record)
    .modify((row) => {
      changed = step(readRecording(row).history);
      row.edit = changed;
    });
  if (!changed) throw new Error('the recording is gone');
  return changed;
};

/** One step of the edit, kept before it is seen; it resolves with what can be undone from there. */
export const keepEdit = (
  db: LocalDb,
  record: Id,
  edit: (timeline: Timeline) => Timeline,
): Promise<EditHistory> => change(db, record, (history) => doEdit(history, edit(history.now)));

export const keepUndo = (db: LocalDb, record: Id): Promise<EditHistory> => change(db, record, undoEdit);
export const keepRedo = (db: LocalDb, record: Id): Promise<EditHistory> => change(db, record, redoEdit);

export const keepPoster = async (db: LocalDb, record: Id, poster: PosterChoice): Promise<void> => {
  await db.recordings.update(record, { poster });
};
