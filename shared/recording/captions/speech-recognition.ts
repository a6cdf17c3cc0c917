/**
 * As much of the Web Speech API as is used here, with what Chrome added for recognition on the device
 * (https://webaudio.github.io/web-speech-api/): no DOM library has it yet.
 */
type Result = { isFinal: boolean; 0?: { transcript: string } };
export type Recognition = {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally: boolean;
  onresult: ((event: { resultIndex: number; results: ArrayLike<Result> }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start: (track: MediaStreamTrack) => void;
  stop: () => void;
  abort: () => void;
};
type Asked = { langs: string[]; processLocally: true };
type RecognitionClass = {
  new (): Recognition;
  available: (asked: Asked) => Promise<'unavailable' | 'downloadable' | 'downloading' | 'available'>;
  install: (asked: Asked) => Promise<boolean>;
};

/**
 * Null where the browser cannot promise that nothing leaves the device: without `available` and
 * `processLocally` the same API sends the sound to its maker.
 */
export const localRecognition = (): RecognitionClass | null => {
  // Looked at below, property by property, before anything of it is called.
  const { SpeechRecognition: found } = globalThis as { SpeechRecognition?: Partial<RecognitionClass> };
  const isLocal =
    typeof found === 'function' &&
    'available' in found &&
    'install' in found &&
    'processLocally' in (found as { prototype: object }).prototype;
  return isLocal ? (found as unknown as RecognitionClass) : null;
};
