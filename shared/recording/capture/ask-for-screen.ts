import { RecordingError } from '../recording-error.ts';

/** Phones have nothing to share. */
export const canShareScreen = (): boolean => Boolean(navigator.mediaDevices?.getDisplayMedia);

/** Not in TypeScript's DOM yet: W3C screen-capture §5.2 and §6.2; a browser that knows one not passes it over. */
type DisplayOptions = DisplayMediaStreamOptions & {
  controller?: unknown;
  selfBrowserSurface?: 'exclude';
  surfaceSwitching?: 'include';
  systemAudio?: 'include';
};
declare const CaptureController: undefined | (new () => { setFocusBehavior(how: 'no-focus-change'): void });

/** The person stays here, where Record is, when a tab or window was chosen. */
const stayingHere = () => {
  if (typeof CaptureController === 'undefined') return {};
  const controller = new CaptureController();
  controller.setFocusBehavior('no-focus-change');
  return { controller };
};

/**
 * A tab, window or screen, with its sound where the browser gives it. To be called in the click itself, before
 * any await: browsers ask only then. Null where the person chose nothing; throws RecordingError.
 */
export const askForScreen = async (): Promise<MediaStream | null> => {
  const options: DisplayOptions = {
    // More than 1080p is more than a demo's viewer sees, and costs each machine that plays it.
    video: { width: { max: 1920 }, height: { max: 1080 }, frameRate: { ideal: 15, max: 15 } },
    // What makes a voice clear makes music thin.
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    ...stayingHere(),
    selfBrowserSurface: 'exclude',
    surfaceSwitching: 'include',
    systemAudio: 'include',
  };
  try {
    return await navigator.mediaDevices.getDisplayMedia(options);
  } catch (error) {
    // Chromium's words where macOS has not allowed it the screen; a picker that was closed has others.
    const isRefused = error instanceof DOMException && /system/i.test(error.message);
    if (error instanceof DOMException && error.name === 'NotAllowedError' && !isRefused) return null;
    throw new RecordingError('screen-refused', error);
  }
};
