import { useEffect, useState } from 'preact/hooks';
import { storageRoom } from '../../local/storage-room.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Notice } from '../../ui/Notice.tsx';
import { useApp } from '../app-context.ts';
import { useObservable } from '../use-observable.ts';

/** Two minutes take up to 25 MB, and browsers become stingy before they are full. */
const littleBytes = 200 * 1024 * 1024;

/** What is better known before than after: no network, no room. Neither keeps anybody from recording. */
export const BeforeRecording = () => {
  const { heartbeat } = useApp();
  const { online } = useObservable(heartbeat.status);
  const [freeBytes, setFreeBytes] = useState(Infinity);
  useEffect(() => {
    storageRoom().then((room) => setFreeBytes(room.freeBytes), console.warn);
  }, []);
  const megabytes = Math.floor(freeBytes / 1024 / 1024);
  return (
    <>
      {!online && <Notice>{m.record_offline()}</Notice>}
      {freeBytes < littleBytes && <Notice kind="problem">{m.record_little_room({ megabytes })}</Notice>}
    </>
  );
};
