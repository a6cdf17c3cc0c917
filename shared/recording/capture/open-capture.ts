import { RecordingError } from '../recording-error.ts';
import { askForDevices, type DeviceKind } from './ask-for-devices.ts';
import { composePicture } from './compose/compose-picture.ts';
import { type Bubble, firstBubble, type Size } from './compose/layout.ts';
import { hearTrack, type Sound, soundRate } from './hear-track.ts';
import { createHearing } from './hearing.ts';
import { type DeviceNews, holdDevice } from './hold-device.ts';
import { createListeners, type Stop } from './listeners.ts';
import { createSoundMix } from './mix-sound.ts';
import { peakOf } from './sound-peak.ts';
import { readTrack, type Timed } from './track-reader.ts';
import { watchPicture } from './watch-picture.ts';

export type Source = 'camera' | 'screen' | 'both';

/** `peak` 0 to 1; `isHeard` false once the microphone has given nothing for more than a second. */
export type Level = { peak: number; isHeard: boolean; isClipping: boolean };

export type CaptureNews = DeviceNews | { at: 'no-picture' } | { at: 'picture' };

/** What there is to be seen before it is recorded. `frame` is the size of what is recorded of a screen. */
export type Views = { camera: MediaStream | null; screen: MediaStream | null; frame: Size | null };

export type Capture = {
  /** Another for each capture: what belongs to one begins anew with the next. */
  readonly id: string;
  readonly source: Source;
  readonly views: Views;
  onViews(listener: (views: Views) => void): Stop;
  /** Where the camera stands in the screen's picture, from the next frame on. */
  setBubble(bubble: Bubble): void;
  onLevel(listener: (level: Level) => void): Stop;
  onNews(listener: (news: CaptureNews) => void): Stop;
  /** What is missing now: nothing can be recorded until it is back. */
  readonly lost: readonly DeviceKind[];
  /** The id of the one in use, as browsers give it. */
  using(device: DeviceKind): string | undefined;
  /** "Stop sharing" was pressed, or the window that was shown is closed. */
  onSharingEnded(listener: () => void): Stop;
  /** Another camera or microphone, also while it records. Throws RecordingError and keeps the one in use. */
  use(device: DeviceKind, id: string | undefined): Promise<void>;
  /** Raw frames by the page's clock, as `startTake` wants them; a listener may not keep or close `data`. */
  onFrame(listener: (frame: Timed<VideoFrame>) => void): Stop;
  onSound(listener: (sound: Sound) => void): Stop;
  close(): void;
};

type Options = {
  cameraId?: string | undefined;
  microphoneId?: string | undefined;
  /** Of what the demo already has: all its takes are as large as the first. Null: as large as comes. */
  size: Size | null;
  bubble?: Bubble;
  signal: AbortSignal;
} & ({ source: 'camera' } | { source: 'screen' | 'both'; screen: MediaStream });

/** What was opened is switched on until `close` or an abort. Throws RecordingError. */
export const openCapture = async (options: Options): Promise<Capture> => {
  const { source, signal } = options;
  const shared = options.source === 'camera' ? null : options.screen;
  const stream = await askForDevices({
    ...(source !== 'screen' && { camera: { id: options.cameraId } }),
    microphone: { id: options.microphoneId },
  });
  const frames = createListeners<Timed<VideoFrame>>();
  const sounds = createListeners<Sound>();
  const levels = createListeners<Level>();
  const news = createListeners<CaptureNews>();
  const viewed = createListeners<Views>();
  const ends = createListeners<void>();
  const closing = new AbortController();
  const close = () => {
    closing.abort();
    for (const track of [...stream.getTracks(), ...(shared?.getTracks() ?? [])]) track.stop();
  };
  const [camera] = stream.getVideoTracks();
  const [microphone] = stream.getAudioTracks();
  if (signal.aborted || !microphone || (source !== 'screen' && !camera)) {
    close();
    signal.throwIfAborted();
    throw new RecordingError(microphone ? 'no-camera' : 'no-microphone');
  }
  signal.addEventListener('abort', close, { once: true, signal: closing.signal });
  // Frames that a page leaves behind stay in its renderer until it is swept, and a camera that has none left
  // to fill gives the next page a standing picture.
  addEventListener('pagehide', close, { signal: closing.signal });
  const onClose = (stop: Stop) => closing.signal.addEventListener('abort', stop, { once: true });

  let views: Views = { camera: null, screen: shared, frame: null };
  const show = (change: Partial<Views>) => {
    views = { ...views, ...change };
    viewed.tell(views);
  };
  const watch = watchPicture((isMissing) => news.tell({ at: isMissing ? 'no-picture' : 'picture' }));
  onClose(watch.stop);
  const onFrame = (frame: Timed<VideoFrame>) => {
    watch.onPicture();
    frames.tell(frame);
  };

  const [picture] = shared?.getVideoTracks() ?? [];
  const composer =
    picture &&
    composePicture({ screen: picture, frame: options.size, onFrame, onSize: (frame) => show({ frame }) });
  if (composer) {
    composer.setBubble(options.bubble ?? firstBubble);
    onClose(composer.close);
    picture.addEventListener('ended', () => ends.tell(), { signal: closing.signal });
  }

  const [played] = shared?.getAudioTracks() ?? [];
  const mix = played && createSoundMix(sounds.tell);
  if (mix) onClose(hearTrack(played, mix.onScreen));
  const onVoice = mix ? mix.onVoice : sounds.tell;

  const devices = {
    camera:
      camera &&
      holdDevice({
        kind: 'camera',
        first: camera,
        signal: closing.signal,
        onNews: news.tell,
        follow: (track) => {
          show({ camera: new MediaStream([track]) });
          if (!composer) {
            return readTrack<VideoFrame>(track, 4, (frame) => {
              onFrame(frame);
              frame.data.close();
            });
          }
          composer.setCamera(track);
          return () => composer.setCamera(null);
        },
      }),
    microphone: holdDevice({
      kind: 'microphone',
      first: microphone,
      signal: closing.signal,
      onNews: news.tell,
      follow: (track) => {
        const hear = createHearing();
        return hearTrack(track, (sound) => {
          const peak = peakOf(sound.data);
          levels.tell({ peak, ...hear(peak, sound.data.length / soundRate) });
          onVoice(sound);
        });
      },
    }),
  };

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
    onSharingEnded: ends.add,
    onFrame: frames.add,
    onSound: sounds.add,
    setBubble: (bubble) => composer?.setBubble(bubble),
    using: (device) => devices[device]?.track?.getSettings().deviceId,
    use: async (device, id) => devices[device]?.use(id),
    close,
  };
};
