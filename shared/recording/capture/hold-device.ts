import { askForDevices, type DeviceKind } from './ask-for-devices.ts';
import type { Stop } from './listeners.ts';

/** What became of a device while it was in use; `label` is the name that the system gives the one that came. */
export type DeviceNews =
  | { at: 'replaced'; device: DeviceKind; label: string }
  | { at: 'lost'; device: DeviceKind }
  | { at: 'back'; device: DeviceKind; label: string };

type Options = {
  kind: DeviceKind;
  first: MediaStreamTrack;
  /** Follows a track until it is stopped; called again for each one that takes the place of another. */
  follow: (track: MediaStreamTrack) => Stop;
  /** After `follow`. */
  onNews: (news: DeviceNews) => void;
  signal: AbortSignal;
};

/**
 * One camera or microphone, which may be another one after a while: one that is unplugged is replaced by any
 * there is, or by the first that is plugged in later.
 */
export const holdDevice = ({ kind, first, follow, onNews, signal }: Options) => {
  let track: MediaStreamTrack | null = null;
  let letGo: Stop = () => undefined;
  let isSeeking = false;

  const drop = (): void => {
    track?.removeEventListener('ended', onEnded);
    letGo();
    track?.stop();
    track = null;
  };
  const take = (next: MediaStreamTrack): void => {
    drop();
    track = next;
    track.addEventListener('ended', onEnded);
    letGo = follow(next);
  };
  const ask = async (id?: string): Promise<MediaStreamTrack | null> => {
    const stream = await askForDevices({ [kind]: { id } });
    const [next] = stream.getTracks();
    if (!signal.aborted) return next ?? null;
    next?.stop();
    return null;
  };
  const seek = async (at: 'replaced' | 'back'): Promise<void> => {
    if (isSeeking) return;
    isSeeking = true;
    try {
      const next = await ask();
      if (!next) return;
      take(next);
      onNews({ at, device: kind, label: next.label });
    } catch (error) {
      console.info(error);
      if (at === 'replaced') onNews({ at: 'lost', device: kind });
    } finally {
      isSeeking = false;
    }
  };
  const onEnded = (): void => {
    drop();
    void seek('replaced');
  };
  const onDevices = (): void => {
    if (!track) void seek('back');
  };

  take(first);
  navigator.mediaDevices.addEventListener('devicechange', onDevices, { signal });
  signal.addEventListener('abort', drop, { once: true });
  return {
    get isLost() {
      return track === null;
    },
    get track() {
      return track;
    },
    /** Another one, which the person chose. The one in use stays where that cannot be had: RecordingError. */
    use: async (id: string): Promise<void> => {
      const wasLost = !track;
      const next = await ask(id);
      if (!next) return;
      take(next);
      if (wasLost) onNews({ at: 'back', device: kind, label: next.label });
    },
  };
};
