import { askForDevices, type DeviceKind } from '../capture/ask-for-devices.ts';
import type { Capture, CaptureNews, CaptureOptions, Level, Views } from '../capture/capture.ts';
import { createListeners, type Stop } from '../capture/listeners.ts';
import { watchLevel } from './watch-level.ts';

const noListener = () => () => undefined;

/**
 * Camera or screen, and microphone, where no raw samples are to be had of them (Firefox, Safari): the browser
 * records `recorded` itself, and the level is all that is seen of the sound. Throws RecordingError.
 */
export const openFileCapture = async (options: CaptureOptions): Promise<Capture> => {
  const { signal } = options;
  const screen = options.source === 'camera' ? null : options.screen;
  const devices = await askForDevices({
    ...(!screen && { camera: { id: options.cameraId } }),
    microphone: { id: options.microphoneId },
  });
  const levels = createListeners<Level>();
  const news = createListeners<CaptureNews>();
  const viewed = createListeners<Views>();
  const ends = createListeners<void>();
  const closing = new AbortController();
  const lost = new Set<DeviceKind>();
  const tracks: Partial<Record<DeviceKind, MediaStreamTrack>> = {};
  const shared = screen?.getVideoTracks()[0];
  const recorded = new MediaStream();
  let views: Views = { camera: null, screen, frame: null };
  let unwatch: Stop = () => undefined;

  const put = (device: DeviceKind, track: MediaStreamTrack): void => {
    const before = tracks[device];
    if (before !== track) {
      before?.stop();
      if (before) recorded.removeTrack(before);
    }
    tracks[device] = track;
    recorded.addTrack(track);
    track.addEventListener('ended', () => {
      if (tracks[device] !== track) return;
      lost.add(device);
      news.tell({ at: 'lost', device });
    });
    if (device === 'camera') {
      views = { ...views, camera: new MediaStream([track]) };
      viewed.tell(views);
      return;
    }
    unwatch();
    unwatch = watchLevel(track, levels.tell);
  };
  const close = (): void => {
    closing.abort();
    unwatch();
    for (const track of [...recorded.getTracks(), ...(screen?.getTracks() ?? [])]) track.stop();
  };
  if (shared) {
    recorded.addTrack(shared);
    shared.addEventListener('ended', () => ends.tell(), { signal: closing.signal });
  }
  for (const track of devices.getTracks()) put(track.kind === 'video' ? 'camera' : 'microphone', track);
  if (signal.aborted) {
    close();
    signal.throwIfAborted();
  }
  signal.addEventListener('abort', close, { once: true, signal: closing.signal });
  addEventListener('pagehide', close, { signal: closing.signal });

  return {
    id: crypto.randomUUID(),
    source: screen ? 'screen' : 'camera',
    recorded,
    get views() {
      return views;
    },
    get lost() {
      return [...lost];
    },
    onViews: viewed.add,
    onLevel: levels.add,
    onNews: news.add,
    onSharingEnded: ends.add,
    onFrame: noListener,
    onSound: noListener,
    setBubble: () => undefined,
    using: (device) => tracks[device]?.getSettings().deviceId,
    use: async (device, id) => {
      const [track] = (await askForDevices({ [device]: { id } })).getTracks();
      if (!track) return;
      if (closing.signal.aborted) return track.stop();
      put(device, track);
      if (lost.delete(device)) news.tell({ at: 'back', device, label: track.label });
    },
    close,
  };
};
