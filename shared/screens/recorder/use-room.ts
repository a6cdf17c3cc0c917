import { useEffect, useState } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import type { LocalDb } from '../../local/db.ts';
import type { Size } from '../../recording/capture/compose/layout.ts';
import { lengthOf } from '../../rules/timeline.ts';
import { useApp } from '../app-context.ts';
import { demoSecondsOf } from '../library/use-demo-seconds.ts';
import { readRecording } from '../recording/read-recording.ts';

/** One more take of a recording there is, or one done anew `instead` of the take of that index. */
export type TakeInto = { record: Id; instead?: number | undefined };

/** What the group allows a demo, and what the other takes of this one leave of it; `size` is theirs. */
export type Room = { mostSeconds: number; leftSeconds: number; size: Size | null };

const look = async (db: LocalDb, space: Id, into: TakeInto | null): Promise<Room> => {
  const mostSeconds = await demoSecondsOf(db, space);
  const row = into && (await db.recordings.get(into.record));
  const recording = row && readRecording(row);
  const others = recording?.history.now.filter(({ take }) => take !== into?.instead) ?? [];
  const first = recording?.takes[others[0]?.take ?? -1]?.video;
  const size = first ? { width: first.width, height: first.height } : null;
  return { mostSeconds, leftSeconds: Math.max(0, mostSeconds - lengthOf(others)), size };
};

/** As it is when the studio opens: the take that is then recorded must not shorten itself. */
export const useRoom = (space: Id, into: TakeInto | null): Room | undefined => {
  const { db } = useApp();
  const [room, setRoom] = useState<Room>();
  useEffect(() => {
    let isCurrent = true;
    setRoom(undefined);
    look(db, space, into).then((found) => isCurrent && setRoom(found), console.warn);
    return () => {
      isCurrent = false;
    };
  }, [db, space, into]);
  return room;
};
