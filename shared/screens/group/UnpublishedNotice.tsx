import type { Id } from '../../contract/ids.ts';
import { m } from '../../messages/paraglide/messages.js';
import { lengthOf } from '../../rules/timeline.ts';
import { clockWords } from '../../ui/clock-words.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useApp } from '../app-context.ts';
import { readRecording } from '../recording/read-recording.ts';
import { whenWords } from '../recording/when-words.ts';
import { useLive } from '../use-live.ts';

/** Names what was recorded for a group and not published, for it goes from this device with the group. */
export const UnpublishedNotice = ({ space }: { space: Id }) => {
  const { db } = useApp();
  const rows = useLive(() => db.recordings.where('space').equals(space).sortBy('startedAt'), [db, space]);
  const recordings = (rows ?? []).map(readRecording).filter(({ takes }) => takes.length > 0);
  if (recordings.length === 0) return null;
  return (
    <Notice kind="problem">
      <p>{m.group_unpublished({ count: recordings.length })}</p>
      <ul>
        {recordings.map(({ record, startedAt, title, history }) => (
          <li key={record}>
            {m.group_unpublished_from({
              when: whenWords(startedAt),
              length: clockWords(lengthOf(history.now)),
              title: title || m.group_unpublished_unnamed(),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
};
