import { createSource, type Observable } from '../../local/observable.ts';
import type { Span } from '../../recording/edit/place-segments.ts';
import { lengthOf, placeAt, secondsOf, startOf, type Timeline } from '../../rules/timeline.ts';

/** Where a take lies: in which file, and from which of its seconds on. */
export type Place = { url: string; fromSeconds: number };

/** So much before a cut the jump over it begins: what is beyond it is not to be seen while the jump is made. */
const earlySeconds = 0.015;
/** A seek to the very start of a frame may show the one before it: numbers of seconds are rounded. */
const insideFrameSeconds = 0.001;

export type Playback = {
  /** Of the edited demo. */
  seconds: Observable<number>;
  isPlaying: Observable<boolean>;
  /** What is played from now on; it stays where it is as far as that still exists. */
  show: (places: readonly Place[], timeline: Timeline) => void;
  seek: (seconds: number) => void;
  /** `without`: a span that is jumped over this once, as if it were cut. */
  play: (without?: Span) => void;
  pause: () => void;
  close: () => void;
};

/** Plays a demo as it is edited, from recordings that are whole: it jumps over what is cut. */
export const createPlayback = (video: HTMLVideoElement): Playback => {
  const seconds = createSource(0);
  const isPlaying = createSource(false);
  let places: readonly Place[] = [];
  let timeline: Timeline = [];
  let at = 0;
  let skipped: Span | null = null;
  let timer = 0;
  /** What was asked for: a video that has come to the end of its file says that it is paused. */
  let wantsToPlay = false;

  const placeOf = (index: number): Place | undefined => places[timeline[index]?.take ?? -1];

  const load = (index: number, takeSeconds: number): void => {
    const place = placeOf(index);
    if (!place) return;
    at = index;
    if (video.getAttribute('src') !== place.url) video.src = place.url;
    video.currentTime = place.fromSeconds + takeSeconds + insideFrameSeconds;
    if (wantsToPlay && video.paused) video.play().catch(console.info);
  };
  const stop = (): void => {
    wantsToPlay = false;
    skipped = null;
    cancelAnimationFrame(timer);
    video.pause();
    isPlaying.set(false);
  };
  const seek = (wanted: number): void => {
    const length = lengthOf(timeline);
    const found = placeAt(timeline, wanted);
    if (!found) {
      seconds.set(0);
      stop();
      return;
    }
    seconds.set(Math.min(Math.max(0, wanted), length));
    // At the end of the demo the last frame is seen, and not the first one after it.
    const last = (timeline[found.at]?.toSeconds ?? 0) - 2 * insideFrameSeconds;
    load(found.at, Math.min(found.takeSeconds, last));
  };
  const goOn = (): void => {
    const [piece, next] = [timeline[at], timeline[at + 1]];
    const [place, following] = [placeOf(at), placeOf(at + 1)];
    if (!piece || !next || !place || !following) {
      stop();
      seek(lengthOf(timeline));
      return;
    }
    const gap = following.fromSeconds + next.fromSeconds - (place.fromSeconds + piece.toSeconds);
    // What follows in the file too just goes on.
    if (following.url === place.url && Math.abs(gap) < insideFrameSeconds) at += 1;
    else load(at + 1, next.fromSeconds);
  };
  const look = (): void => {
    const [piece, place] = [timeline[at], placeOf(at)];
    if (!piece || !place || video.paused) return;
    const into = video.currentTime - place.fromSeconds - piece.fromSeconds;
    const now = startOf(timeline, at) + Math.max(0, into);
    if (into >= secondsOf(piece) - earlySeconds) goOn();
    else if (skipped && now >= skipped.fromSeconds - earlySeconds && now < skipped.toSeconds) {
      seek(skipped.toSeconds);
    } else seconds.set(now);
  };
  const tick = (): void => {
    look();
    timer = requestAnimationFrame(tick);
  };
  const onPlay = (): void => {
    wantsToPlay = true;
    isPlaying.set(true);
    cancelAnimationFrame(timer);
    tick();
  };
  const onPause = (): void => {
    if (!(video.ended && wantsToPlay)) stop();
  };
  const onEnded = (): void => {
    if (wantsToPlay) goOn();
  };
  const listeners = { play: onPlay, pause: onPause, ended: onEnded, timeupdate: look };
  for (const [event, listener] of Object.entries(listeners)) video.addEventListener(event, listener);

  return {
    seconds,
    isPlaying,
    show: (newPlaces, newTimeline) => {
      places = newPlaces;
      timeline = newTimeline;
      seek(seconds.value);
    },
    seek: (wanted) => {
      skipped = null;
      seek(wanted);
    },
    play: (without) => {
      if (lengthOf(timeline) - seconds.value < 2 * earlySeconds) seek(0);
      skipped = without ?? null;
      wantsToPlay = true;
      video.play().catch(console.info);
    },
    pause: stop,
    close: () => {
      for (const [event, listener] of Object.entries(listeners)) video.removeEventListener(event, listener);
      stop();
    },
  };
};
