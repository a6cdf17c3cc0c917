import type { Id } from '../../contract/ids.ts';
import type { LocalDb } from '../../local/db.ts';
import { m } from '../../messages/paraglide/messages.js';
import { lengthOf } from '../../rules/timeline.ts';
import { clockWords } from '../../ui/clock-words.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useApp } from '../app-context.ts';
import { findChunks } from '../recording/keep-chunks.ts';
import { type OpenRecording, readRecording } from '../recording/read-recording.ts';
import { whenWords } from '../recording/when-words.ts';
import { useLive } from '../use-live.ts';

const unpublishedOf = async (db: LocalDb, space: Id): Promise<OpenRecording[]> => {
  const rows = await db.recordings.where('space').equals(space).sortBy('startedAt');
  const found: OpenRecording[] = [];
  for (const recording of rows.map(readRecording)) {
    if (recording.takes.length > 0 || (await findChunks(db, recording.record))) found.push(recording);
  }
  return found;
};

const wordsOf = ({ startedAt, title, takes, history }: OpenRecording): string => {
  const named = { when: whenWords(startedAt), title: title || m.group_unpublished_unnamed() };
  // Of a browser's own recorder there is only a file yet.
  if (takes.length === 0) return m.group_unpublished_file(named);
  return m.group_unpublished_from({ ...named, length: clockWords(lengthOf(history.now)) });
};

/** Names what was recorded for a group and not published, for it goes from this device with the group. */
export const UnpublishedNotice = ({ space }: { space: Id }) => {
  const { db } = useApp();
  const recordings = useLive(() => unpublishedOf(db, space), [db, space]) ?? [];
  if (recordings.length === 0) return null;
  return (
    <Notice kind="problem">
      <p>{m.group_unpublished({ count: recordings.length })}</p>
      <ul>
        {recordings.map((recording) => (
          <li key={recording.record}>{wordsOf(recording)}</li>
        ))}
      </ul>
    </Notice>
  );
};
