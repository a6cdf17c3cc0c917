import { RecordingError, type RecordingErrorCode } from '../recording-error.ts';

export type DeviceKind = 'camera' | 'microphone';

/** A device by its id, any where that is undefined; a kind that is left out is not asked for. */
export type WantedDevices = Partial<Record<DeviceKind, { id: string | undefined }>>;

// "ideal" throughout: a camera that was chosen last week and is not plugged in today is no reason to fail.
const cameraConstraints = (id: string | undefined): MediaTrackConstraints => ({
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30, max: 30 },
  ...(id ? { deviceId: { ideal: id } } : { facingMode: { ideal: 'user' } }),
});
const microphoneConstraints = (id: string | undefined): MediaTrackConstraints => ({
  channelCount: { ideal: 1 },
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
  ...(id ? { deviceId: { ideal: id } } : {}),
});

const codeOf = async (error: unknown, wanted: WantedDevices): Promise<RecordingErrorCode> => {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'permission-refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') {
    if (!wanted.camera) return 'no-microphone';
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.some(({ kind }) => kind === 'videoinput') ? 'no-microphone' : 'no-camera';
  }
  return 'device-busy';
};

/** Asks for all at once, so that the browser asks the person once. Throws RecordingError. */
export const askForDevices = async (wanted: WantedDevices): Promise<MediaStream> => {
  if (!navigator.mediaDevices?.getUserMedia) throw new RecordingError('not-secure');
  if (!('MediaRecorder' in globalThis)) throw new RecordingError('cannot-record');
  const { camera, microphone } = wanted;
  try {
    return await navigator.mediaDevices.getUserMedia({
      ...(camera && { video: cameraConstraints(camera.id) }),
      ...(microphone && { audio: microphoneConstraints(microphone.id) }),
    });
  } catch (error) {
    throw new RecordingError(await codeOf(error, wanted), error);
  }
};
