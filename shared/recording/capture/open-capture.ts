import { openFileCapture } from '../bring/open-file-capture.ts';
import { RecordingError } from '../recording-error.ts';
import { askForDevices } from './ask-for-devices.ts';
import type { Capture, CaptureNews, CaptureOptions, Level, Views } from './capture.ts';
import { composePicture } from './compose/compose-picture.ts';
import { firstBubble } from './compose/layout.ts';
import type { Sound } from './hear-track.ts';
import { holdCamera } from './hold-camera.ts';
import { holdMicrophone } from './hold-microphone.ts';
import { createListeners } from './listeners.ts';
import { canReadTracks, type Timed } from './track-reader.ts';

/** Switched on until `close` or an abort; `screen` belongs to it from now on. Throws RecordingError. */
export const openCapture = async (options: CaptureOptions): Promise<Capture> => {
  if (!canReadTracks()) return openFileCapture(options);
  const { source, signal } = options;
  const shared = options.source === 'camera' ? null : options.screen;
  const closing = new AbortController();
  const owned: MediaStreamTrack[] = shared?.getTracks() ?? [];
  const close = () => {
    closing.abort();
    for (const track of owned) track.stop();
  };
  const stream = await askForDevices({
    ...(source !== 'screen' && { camera: { id: options.cameraId } }),
    microphone: { id: options.microphoneId },
  }).catch((error: unknown) => {
    close();
    throw error;
  });
  owned.push(...stream.getTracks());
  const [camera] = stream.getVideoTracks();
  const [microphone] = stream.getAudioTracks();
  if (signal.aborted || !microphone || (source !== 'screen' && !camera)) {
    close();
    signal.throwIfAborted();
    throw new RecordingError(microphone ? 'no-camera' : 'no-microphone');
  }
  const until = { once: true, signal: closing.signal };
  signal.addEventListener('abort', close, until);
  // Frames that a page leaves behind stay in its renderer until it is swept, and a camera that has none left
  // to fill gives the next page a standing picture.
  addEventListener('pagehide', close, until);

  const frames = createListeners<Timed<VideoFrame>>();
  const sounds = createListeners<Sound>();
  const levels = createListeners<Level>();
  const news = createListeners<CaptureNews>();
  const viewed = createListeners<Views>();
  const sharingEnds = createListeners<void>();
  let views: Views = { camera: null, screen: shared, frame: null };
  const show = (change: Partial<Views>) => {
    views = { ...views, ...change };
    viewed.tell(views);
  };

  const [picture] = shared?.getVideoTracks() ?? [];
  const composer = picture
    ? composePicture({
        screen: picture,
        size: options.size,
        onFrame: frames.tell,
        onSize: (frame) => show({ frame }),
        onCamera: (isMissing) => news.tell({ at: isMissing ? 'no-picture' : 'picture' }),
      })
    : null;
  composer?.setBubble(options.bubble ?? firstBubble);
  picture?.addEventListener('ended', () => sharingEnds.tell(), until);

  const following = { onNews: news.tell, signal: closing.signal };
  const devices = {
    camera:
      camera &&
      holdCamera({
        ...following,
        first: camera,
        composer,
        onView: (stream) => show({ camera: stream }),
        onFrame: frames.tell,
      }),
    microphone: holdMicrophone({
      ...following,
      first: microphone,
      played: shared?.getAudioTracks()[0],
      onLevel: levels.tell,
      onSound: sounds.tell,
    }),
  };
  // After the devices: they let go of the worker first.
  if (composer) closing.signal.addEventListener('abort', composer.close, { once: true });

  return {
    id: crypto.randomUUID(),
    source,
    get views() {
      return views;
    },
    get lost() {
      return (['camera', 'microphone'] as const).filter((kind) => devices[kind]?.isLost);
    },
    onViews: viewed.add,
    onLevel: levels.add,
    onNews: news.add,
    onSharingEnded: sharingEnds.add,
    onFrame: frames.add,
    onSound: sounds.add,
    setBubble: (bubble) => composer?.setBubble(bubble),
    using: (device) => devices[device]?.track?.getSettings().deviceId,
    use: async (device, id) => devices[device]?.use(id),
    close,
  };
};
