import type { Take } from '../../../../shared/contract/kinds/demo.ts';
import { listInputs } from '../../../../shared/recording/capture/list-inputs.ts';
import { type Capture, openCapture } from '../../../../shared/recording/capture/open-capture.ts';
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
const leaving = new AbortController();
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

/** What the tests in Node do with the recorder in the browser. */
const studio = {
  open: () =>
    openCapture({ source: 'camera', size: null, signal: leaving.signal }).then((opened) => {
      capture = opened;
      return null;
    }, failed),
  /** From now on `open` gets this instead of a device. */
  lend: (what: 'clapper' | 'no-microphone') => {
    navigator.mediaDevices.getUserMedia = lending(
      what === 'clapper'
        ? async () => openClapper()
        : () => Promise.reject(new DOMException('none', 'NotFoundError')),
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
  start: async (limitSeconds: number, fullAfter = Infinity, index = 0): Promise<Failed | null> => {
    if (!capture) return { failed: 'not open' };
    kept.clear();
    soFar = null;
    try {
      take = await startTake(capture, {
        index,
        limitSeconds,
        size: null,
        onPaused: () => undefined,
        onFile: async ({ name, blob }) => {
          if (kept.size >= fullAfter) throw new DOMException('full', 'QuotaExceededError');
          kept.set(name, blob);
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

navigator.mediaDevices.getUserMedia = lending(navigator.mediaDevices.getUserMedia);

export type Studio = typeof studio;
declare global {
  interface Window {
    studio: Studio;
  }
}
window.studio = studio;
