/** What plays HLS here: the browser itself, or hls.js where it cannot. */
export type Engine = 'native' | 'hls.js';

export type Failure = 'network' | 'media';

export type Attached = { engine: Engine; detach: () => void };

/** hls.js needs Media Source Extensions; Safari on an iPhone has its managed kind, and native HLS besides. */
const canRunHlsJs = (): boolean => 'MediaSource' in window || 'ManagedMediaSource' in window;

/** In the order of preference: the browser's own shows the first frame several times sooner (bench `first-frame`). */
export const enginesOf = (video: HTMLVideoElement): Engine[] => [
  ...(video.canPlayType('application/vnd.apple.mpegurl') ? (['native'] as const) : []),
  ...(canRunHlsJs() ? (['hls.js'] as const) : []),
];

type AttachOptions = {
  engine: Engine;
  /** Where play begins. */
  atSeconds?: number;
  /** More than once, maybe: the first time is the one that counts. */
  onFailure: (failure: Failure) => void;
};

const attachNative = (video: HTMLVideoElement, address: string, options: AttachOptions): Attached => {
  const begin = () => {
    if (options.atSeconds) video.currentTime = options.atSeconds;
  };
  const fail = () =>
    options.onFailure(video.error?.code === MediaError.MEDIA_ERR_NETWORK ? 'network' : 'media');
  video.addEventListener('loadedmetadata', begin, { once: true });
  video.addEventListener('error', fail, { once: true });
  video.src = address;
  return {
    engine: 'native',
    detach: () => {
      video.removeEventListener('loadedmetadata', begin);
      video.removeEventListener('error', fail);
      video.removeAttribute('src');
      video.load();
    },
  };
};

const isRefusal = (status = 0): boolean => status >= 400 && status < 500;

const attachHlsJs = async (
  video: HTMLVideoElement,
  address: string,
  options: AttachOptions,
): Promise<Attached> => {
  // Not the light build: it knows no audio renditions, and a demo's sound is one.
  const { default: Hls } = await import('hls.js');
  const hls = new Hls({
    // Its worker is a blob, which the policy of the page forbids; fragments of CMAF need no remuxing anyway.
    enableWorker: false,
    // Its own measure is megabytes, which at a demo's size is all of it, watched or not.
    maxMaxBufferLength: 20,
    // Captions are a track element of the player's own: drawn once, whatever the engine.
    renderTextTracksNatively: false,
    enableWebVTT: false,
    startPosition: options.atSeconds ?? -1,
  });
  hls.on(Hls.Events.ERROR, (_, { fatal, type, response }) => {
    // It would ask again for what was refused, as if it might come one day: an old ticket stays old.
    if (fatal || isRefusal(response?.code))
      options.onFailure(type === Hls.ErrorTypes.NETWORK_ERROR ? 'network' : 'media');
  });
  hls.loadSource(address);
  hls.attachMedia(video);
  return { engine: 'hls.js', detach: () => hls.destroy() };
};

/** Points a video at a multivariant playlist. Rejects only where hls.js itself cannot be loaded. */
export const attachPlaylist = async (
  video: HTMLVideoElement,
  address: string,
  options: AttachOptions,
): Promise<Attached> =>
  options.engine === 'native' ? attachNative(video, address, options) : attachHlsJs(video, address, options);
