import type { Id } from '../../contract/ids.ts';
import type { Take } from '../../contract/kinds/demo.ts';
import type { LocalDb } from '../../local/db.ts';
import { storing } from '../../local/local-error.ts';
import { doEdit, type EditHistory } from '../../rules/edit-history.ts';
import { placeTake } from '../../rules/timeline.ts';
import { readRecording, wholeTake } from './read-recording.ts';

/** Where a take goes in its recording. */
export type TakePlace = {
  record: Id;
  index: number;
  /** In the names of its files: not its index, for a take that came to nothing may have left files behind. */
  number: number;
  /** The edit as it was before this take; null for the first one. */
  before: EditHistory | null;
  /** The take that it is done instead of. */
  instead: number | undefined;
};

export const firstTake = (record: Id): TakePlace => ({
  record,
  index: 0,
  number: 0,
  before: null,
  instead: undefined,
});

const numberIn = (name: string): number => Number(/^t(\d+)-/.exec(name)?.[1] ?? -1);

/** The place of one more take, or of one done anew; nothing of the others is touched. */
export const nextTake = async (db: LocalDb, record: Id, instead?: number): Promise<TakePlace> => {
  const row = await db.recordings.get(record);
  if (!row) throw new Error('the recording is gone');
  const { takes, history } = readRecording(row);
  const files = await db.files.where('record').equals(record).primaryKeys();
  const number = Math.max(-1, ...files.map(([, name]) => numberIn(name))) + 1;
  return { record, index: takes.length, number, before: takes.length > 0 ? history : null, instead };
};

/**
 * How far a take is closed, after its files are kept: what is there after a crash can be played, and stands
 * where it belongs. However often it is said, the take is one step of the edit. Throws LocalError on a full disk.
 */
export const keepTake = async (db: LocalDb, place: TakePlace, take: Take): Promise<void> => {
  const { record, index, before, instead } = place;
  await storing(() =>
    db.recordings
      .where('record')
      .equals(record)
      .modify((row) => {
        row.takes[index] = take;
        if (!before) return;
        const whole = { ...wholeTake([take], 0), take: index };
        row.edit = doEdit(before, placeTake(before.now, whole, instead));
      }),
  );
};

/**
 * As if a take that was called off had never begun; the others stay as they were. Its init segments stay too:
 * by them its number is known to be taken, and no name is given to other bytes that the Worker may have.
 */
export const dropTake = (db: LocalDb, { record, index, number, before }: TakePlace): Promise<void> =>
  db.transaction('rw', [db.recordings, db.files, db.outbox], async () => {
    const isOfTake = (name: string) => numberIn(name) === number && !name.endsWith('-init.mp4');
    await db.recordings
      .where('record')
      .equals(record)
      .modify((row) => {
        row.takes.length = Math.min(row.takes.length, index);
        if (before) row.edit = before;
      });
    const files = db.files.where('record').equals(record);
    await files.filter(({ name }) => isOfTake(name)).delete();
    const rows = db.outbox.where('record').equals(record);
    await rows.filter((row) => row.op === 'file' && isOfTake(row.name)).delete();
  });
