import type { Take } from '../../../../shared/contract/kinds/demo.ts';
import { askForScreen } from '../../../../shared/recording/capture/ask-for-screen.ts';
import type { Capture, CaptureNews } from '../../../../shared/recording/capture/capture.ts';
import type { Bubble } from '../../../../shared/recording/capture/compose/layout.ts';
import { listInputs } from '../../../../shared/recording/capture/list-inputs.ts';
import { openCapture } from '../../../../shared/recording/capture/open-capture.ts';
import { RecordingError } from '../../../../shared/recording/recording-error.ts';

export type { Finish } from '../../../../shared/recording/take/start-take.ts';

import { toMp4 } from '../../../../shared/recording/edit/to-mp4.ts';
import { type Finish, startTake, type TakeUnderWay } from '../../../../shared/recording/take/start-take.ts';

import { openClapper } from './clapper.ts';
import './edit.ts';

/** An error as what a test compares: its code, or what went wrong instead. */
export type Failed = { failed: string };
type Outcome = Finish | Failed;

let capture: Capture | null = null;
let take: TakeUnderWay | null = null;
let outcome: Promise<Outcome> | null = null;
let soFar: Take | null = null;
let seconds = 0;
let pauses = 0;
let news: CaptureNews[] = [];
const leaving = new AbortController();
const realAsk = navigator.mediaDevices?.getUserMedia;
/** What the browser gave, the newest last. */
const lent: MediaStreamTrack[] = [];
const lending =
  (ask: typeof navigator.mediaDevices.getUserMedia): typeof ask =>
  async (wanted) => {
    const stream = await ask.call(navigator.mediaDevices, wanted);
    lent.push(...stream.getTracks());
    return stream;
  };
const kept = new Map<string, Blob>();

const failed = (error: unknown): Failed => {
  if (error instanceof Error && error.cause) console.error(String(error.cause));
  return { failed: error instanceof RecordingError ? error.code : String(error) };
};
const send = (name: string, body: Blob) => fetch(`/kept/${name}`, { method: 'PUT', body });

/** A camera that is there and sends nothing, until it is let. */
let openEyes = (): void => undefined;
const openBlind = (): MediaStream => {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d');
  const picture = canvas.captureStream(0).getVideoTracks();
  const silence = new MediaStreamAudioDestinationNode(new AudioContext()).stream.getAudioTracks();
  openEyes = () => void lookAgain(picture[0]);
  return new MediaStream([...picture, ...silence]);
};
const lookAgain = async (track: MediaStreamTrack | undefined) => {
  if (!(track instanceof CanvasCaptureMediaStreamTrack)) return;
  for (let count = 0; count < 60; count++) {
    track.canvas.getContext('2d')?.fillRect(count, 0, 1, 1);
    track.requestFrame();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** What the tests in Node do with the recorder in the browser. */
const studio = {
  open: () =>
    openCapture({ source: 'camera', size: null, signal: leaving.signal }).then((opened) => {
      capture = opened;
      news = [];
      opened.onNews((next) => news.push(next));
      return null;
    }, failed),
  /** As in a click: puppeteer's own evaluation counts as one. */
  share: async (source: 'screen' | 'both', size: { width: number; height: number } | null = null) => {
    const screen = await askForScreen();
    if (!screen) return { failed: 'nothing chosen' };
    try {
      capture = await openCapture({ source, screen, size, signal: leaving.signal });
    } catch (error) {
      return failed(error);
    }
    return null;
  },
  views: () => {
    const { camera, screen, frame } = capture?.views ?? {};
    const settings = screen?.getVideoTracks()[0]?.getSettings();
    return { camera: Boolean(camera), screen: screen?.getTracks().map(({ kind }) => kind), frame, settings };
  },
  bubble: (bubble: Bubble) => capture?.setBubble(bubble),
  lost: () => capture?.lost,
  /** What has been said of the devices since it was opened. */
  news: () => news.map(({ at }) => at),
  see: () => openEyes(),
  pauses: () => pauses,
  /** What a device that is plugged in sets off. */
  plug: () => {
    navigator.mediaDevices.getUserMedia = lending(realAsk);
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  },
  /** From now on `open` gets this instead of a device. */
  lend: (what: 'clapper' | 'blind' | 'no-microphone') => {
    navigator.mediaDevices.getUserMedia = lending(
      {
        clapper: async () => openClapper(),
        blind: async () => openBlind(),
        'no-microphone': () => Promise.reject(new DOMException('none', 'NotFoundError')),
      }[what],
    );
  },
  inputs: listInputs,
  close: () => capture?.close(),
  tracks: () => lent.map(({ kind, readyState }) => ({ kind, readyState })),
  /** The loudest of a second. */
  level: () =>
    new Promise<{ peak: number; isHeard: boolean }>((resolve) => {
      let peak = 0;
      let heardMs = 0;
      const stop = capture?.onLevel((level) => {
        peak = Math.max(peak, level.peak);
        heardMs += 10;
        if (heardMs < 1_000) return;
        stop?.();
        resolve({ peak, isHeard: level.isHeard });
      });
    }),
  /** Every picture that the camera took, whether anybody read it or not (mediacapture-extensions, in Chromium). */
  cameraFrames: (): number => {
    const track = lent.findLast(({ kind }) => kind === 'video');
    return track && 'stats' in track ? (track.stats as { totalFrames: number }).totalFrames : Number.NaN;
  },
  /** `isHeld` false: a file that was sent is forgotten here, as it is where files go to the disk. */
  start: async (
    limitSeconds: number,
    fullAfter = Infinity,
    index = 0,
    isHeld = true,
  ): Promise<Failed | null> => {
    if (!capture) return { failed: 'not open' };
    kept.clear();
    pauses = 0;
    soFar = null;
    try {
      take = await startTake(capture, {
        index,
        limitSeconds,
        size: null,
        onPaused: () => pauses++,
        onFile: async ({ name, blob }) => {
          if (kept.size >= fullAfter) throw new DOMException('full', 'QuotaExceededError');
          if (isHeld) kept.set(name, blob);
          await send(name, blob);
        },
        onTake: async (now) => {
          soFar = now;
        },
        onProgress: (progress) => {
          seconds = progress.seconds;
        },
      });
    } catch (error) {
      return failed(error);
    }
    outcome = take.finished.catch(failed);
    return null;
  },
  seconds: () => seconds,
  kept: () => [...kept.keys()],
  soFar: () => soFar,
  pause: () => take?.pause(),
  resume: () => take?.resume(),
  stop: () => {
    take?.stop().catch(() => undefined);
    return outcome;
  },
  finished: () => outcome,
  /** Chromium has no way to unplug its fake camera: the event is what an unplugged one fires. */
  unplug: (kind: 'video' | 'audio') => {
    const track = lent.findLast((one) => one.kind === kind);
    track?.stop();
    track?.dispatchEvent(new Event('ended'));
  },
  mp4: async (takes: Take[]) => {
    const readFile = async (name: string) => kept.get(name) ?? Promise.reject(new Error(`no ${name}`));
    await send('review.mp4', await toMp4(takes, readFile));
  },
};

navigator.mediaDevices.getUserMedia = lending(realAsk);

export type Studio = typeof studio;
declare global {
  interface Window {
    studio: Studio;
  }
}
window.studio = studio;
