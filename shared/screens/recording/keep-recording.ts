import type { Id } from '../../contract/ids.ts';
import type { Students } from '../../contract/kinds/demo.ts';
import { addFile } from '../../local/add-file.ts';
import type { LocalDb } from '../../local/db.ts';
import { removeRecord } from '../../local/remove-record.ts';
import { saveRecord } from '../../local/save-record.ts';
import { assemble } from '../../recording/edit/assemble.ts';
import type { NewFile } from '../../recording/take/segment-output.ts';
import { timelineSeconds } from '../../rules/playlist.ts';
import { captionsFile } from '../captions/captions-file.ts';
import type { OpenRecording } from './read-recording.ts';

/** Held while a recording is under way, so that no other tab takes it for one left by a crash. */
export const lockOf = (record: Id): string => `chalkloop-recording:${record}`;

/** A draft that segments can hang on at once: the outbox sends it, and them, while the teacher still talks. */
export const beginRecording = async (db: LocalDb, me: Id, space: Id, record: Id): Promise<void> => {
  const body = { title: '', strategy: '' };
  await saveRecord(db, me, { id: record, space, kind: 'demo', state: 'draft', body });
  const startedAt = Date.now();
  await db.recordings.put({ record, space, startedAt, state: 'recording', takes: [], ...body });
};

export const keepFile = async (
  db: LocalDb,
  space: Id,
  record: Id,
  file: NewFile & { held?: boolean },
): Promise<void> => {
  await addFile(db, { space, record, ...file });
};

export const readKept = async (db: LocalDb, record: Id, name: string): Promise<Blob> => {
  const file = await db.files.get([record, name]);
  if (!file) throw new Error(`${name} is not on this device`);
  return file.blob;
};

type Answers = { title: string; strategy: string; students: Students; poster: NewFile | null };
type Options = { onProgress?: (share: number) => void; signal?: AbortSignal | undefined };

/**
 * From here on it is the group's: what the timeline left of the takes, and nothing else. Throws LocalError, or the
 * signal's reason, and then it is still a recording.
 */
export const publishRecording = async (
  db: LocalDb,
  me: Id,
  recording: OpenRecording,
  { title, strategy, students, poster }: Answers,
  options: Options = {},
): Promise<void> => {
  const { record: id, space, takes: recorded, history, clean } = recording;
  const readFile = (name: string) => readKept(db, id, name);
  const { takes, files } = await assemble(
    { takes: recorded, timeline: history.now, clean, readFile },
    options,
  );
  const captions = await captionsFile(recording);
  const body = {
    title,
    strategy,
    seconds: timelineSeconds(takes),
    takes,
    ...(poster && { poster: poster.name }),
    captions: captions ? { file: captions.file, language: captions.language } : 'pending',
    students,
  };
  if (poster) files.push(poster);
  if (captions) files.push({ name: captions.file, blob: captions.blob });
  options.signal?.throwIfAborted();
  await saveRecord(db, me, { id, space, kind: 'demo', state: 'live', body, files });
};

/** Gone from this device, and from the Worker when it can be reached. */
export const discardRecording = async (db: LocalDb, record: Id): Promise<void> => {
  await removeRecord(db, record);
  // Where the Worker's word of its end came first, there is no record any more that would take this along.
  await db.recordings.delete(record);
};
