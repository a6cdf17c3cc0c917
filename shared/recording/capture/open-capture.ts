import { RecordingError, type RecordingErrorCode } from '../recording-error.ts';
import { createHearing } from './hearing.ts';
import { peakOf } from './sound-peak.ts';
import { canReadTracks, readTrack, type Timed } from './track-reader.ts';

/** `peak` 0 to 1; `isHeard` false once the microphone has given nothing for more than a second. */
export type Level = { peak: number; isHeard: boolean };
type Stop = () => void;

export type Capture = {
  stream: MediaStream;
  onLevel(listener: (level: Level) => void): Stop;
  /** A device was unplugged, switched off or taken away by the system. */
  onEnded(listener: () => void): Stop;
  /** Raw samples by the page's clock, as `startTake` wants them; a listener may not keep or close `data`. */
  onFrame(listener: (frame: Timed<VideoFrame>) => void): Stop;
  onSound(listener: (sound: Timed<AudioData>) => void): Stop;
  close(): void;
};

type Options = { cameraId?: string | undefined; microphoneId?: string | undefined; signal?: AbortSignal };

const codeOf = async (error: unknown): Promise<RecordingErrorCode> => {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'permission-refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.some(({ kind }) => kind === 'videoinput') ? 'no-microphone' : 'no-camera';
  }
  return 'device-busy';
};

const askForStream = async ({ cameraId, microphoneId }: Options): Promise<MediaStream> => {
  if (!navigator.mediaDevices?.getUserMedia) throw new RecordingError('not-secure');
  if (!canReadTracks()) throw new RecordingError('cannot-record');
  try {
    return await navigator.mediaDevices.getUserMedia({
      // "ideal": a camera that was chosen last week and is not plugged in today is no reason to fail.
      video: {
        width: { ideal: 1280 },
        height: { ideal: 720 },
        frameRate: { ideal: 30, max: 30 },
        ...(cameraId ? { deviceId: { ideal: cameraId } } : { facingMode: { ideal: 'user' } }),
      },
      audio: {
        channelCount: { ideal: 1 },
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
        ...(microphoneId ? { deviceId: { ideal: microphoneId } } : {}),
      },
    });
  } catch (error) {
    throw new RecordingError(await codeOf(error), error);
  }
};

const createListeners = <T>() => {
  const listeners = new Set<(value: T) => void>();
  return {
    add: (listener: (value: T) => void): Stop => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (value: T) => {
      for (const listener of listeners) listener(value);
    },
  };
};

/** Camera and microphone, switched on until `close`. Throws RecordingError; an abort switches them off again. */
export const openCapture = async (options: Options = {}): Promise<Capture> => {
  const stream = await askForStream(options);
  const tracks = stream.getTracks();
  const [camera] = stream.getVideoTracks();
  const [microphone] = stream.getAudioTracks();
  const frames = createListeners<Timed<VideoFrame>>();
  const sounds = createListeners<Timed<AudioData>>();
  const levels = createListeners<Level>();
  const ends = createListeners<void>();
  const stops: Stop[] = [];
  const close = () => {
    removeEventListener('pagehide', close);
    for (const stop of stops.splice(0)) stop();
    for (const track of tracks) track.stop();
  };
  // Frames that a page leaves behind stay in its renderer until it is swept, and a camera that has none left
  // to fill gives the next page a standing picture.
  addEventListener('pagehide', close);
  if (options.signal?.aborted || !camera || !microphone) {
    close();
    options.signal?.throwIfAborted();
    throw new RecordingError(camera ? 'no-microphone' : 'no-camera');
  }
  const hearing = createHearing();
  try {
    stops.push(
      readTrack<VideoFrame>(camera, 4, (frame) => {
        frames.tell(frame);
        frame.data.close();
      }),
      // Three seconds of 10 ms chunks: sound that was lost cannot be made up, a frame can.
      readTrack<AudioData>(microphone, 300, (sound) => {
        const peak = peakOf(sound.data);
        levels.tell({ peak, isHeard: hearing.hears(peak, sound.data.duration / 1e6) });
        sounds.tell(sound);
        sound.data.close();
      }),
    );
  } catch (error) {
    close();
    throw error;
  }
  for (const track of tracks) track.addEventListener('ended', () => ends.tell());
  options.signal?.addEventListener('abort', close, { once: true });
  return {
    stream,
    onLevel: levels.add,
    onEnded: ends.add,
    onFrame: frames.add,
    onSound: sounds.add,
    close,
  };
};
