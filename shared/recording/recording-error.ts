export type RecordingErrorCode =
  /** The page has no camera at all because it is not on https (or localhost). */
  | 'not-secure'
  | 'no-camera'
  | 'no-microphone'
  | 'permission-refused'
  | 'device-busy'
  | 'device-lost'
  /** The system does not let this browser see the screen. */
  | 'screen-refused'
  /** Somebody pressed “Stop sharing”, or closed the window that was shown. */
  | 'sharing-ended'
  /** No WebCodecs here, or none that encodes H.264. */
  | 'cannot-record'
  | 'too-short'
  /** The browser's encoder gave up midway. */
  | 'encoder-failed'
  /** What was recorded could not be kept: most often the disk is full. */
  | 'not-kept'
  /** ffmpeg could not be fetched or started. */
  | 'tools-not-loaded'
  /** Of a file that was brought: there is nothing in it. */
  | 'file-empty'
  | 'not-a-video'
  /** Sound alone. */
  | 'video-without-picture'
  /** It plays in one program alone, that has the key. */
  | 'video-encrypted'
  | 'video-broken'
  /** Damaged; what could be read of it is a take. */
  | 'video-cut-short'
  | 'video-too-long'
  | 'video-too-big';

/** The one error of this folder; screens turn its code into a sentence with the next step. */
export class RecordingError extends Error {
  readonly code: RecordingErrorCode;

  constructor(code: RecordingErrorCode, cause?: unknown) {
    super(code, { cause });
    this.name = 'RecordingError';
    this.code = code;
  }
}
