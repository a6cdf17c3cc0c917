// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPlayback, type Playback } from '../../../../shared/screens/review/playback.ts';

/** As much of a video as the playback touches; time passes when the test says so. */
const createVideo = () => {
  const video = document.createElement('video');
  let isPaused = true;
  const set = (name: string, get: () => unknown) =>
    Object.defineProperty(video, name, { get, configurable: true });
  set('paused', () => isPaused);
  set('ended', () => false);
  Object.defineProperty(video, 'currentTime', { value: 0, writable: true });
  video.play = async () => {
    isPaused = false;
    video.dispatchEvent(new Event('play'));
  };
  video.pause = () => {
    if (isPaused) return;
    isPaused = true;
    video.dispatchEvent(new Event('pause'));
  };
  return video;
};

const file = { url: 'blob:one', fromSeconds: 0 };
/** Two takes of ten seconds that follow one another in one file. */
const places = [file, { url: 'blob:one', fromSeconds: 10 }];
const piece = (take: number, fromSeconds: number, toSeconds: number) => ({ take, fromSeconds, toSeconds });

let video: HTMLVideoElement;
let playback: Playback;
beforeEach(() => {
  video = createVideo();
  playback = createPlayback(video);
});
afterEach(() => playback.close());

/** The video runs on to this second of its file, and says so. */
const runTo = (seconds: number) => {
  video.currentTime = seconds;
  video.dispatchEvent(new Event('timeupdate'));
};

describe('the player', () => {
  it('jumps over what is cut', () => {
    playback.show(places, [piece(0, 0, 3), piece(0, 5, 10)]);
    playback.play();
    runTo(2);
    expect(playback.seconds.value).toBeCloseTo(2);
    runTo(3);
    expect(video.currentTime).toBeCloseTo(5, 2);
    runTo(6);
    expect(playback.seconds.value).toBeCloseTo(4);
  });

  it('plays parts in another order than they were recorded in', () => {
    playback.show(places, [piece(1, 0, 10), piece(0, 0, 10)]);
    playback.play();
    expect(video.currentTime).toBeCloseTo(10, 2);
    runTo(20);
    expect(video.currentTime).toBeCloseTo(0, 2);
    runTo(1);
    expect(playback.seconds.value).toBeCloseTo(11);
  });

  it('does not jump where nothing is cut', () => {
    playback.show(places, [piece(0, 0, 10), piece(1, 0, 10)]);
    playback.play();
    runTo(10.003);
    runTo(10.02);
    expect(video.currentTime).toBe(10.02);
    expect(playback.seconds.value).toBeCloseTo(10.02);
  });

  it('goes from file to file where takes were encoded in different ways', () => {
    playback.show([file, { url: 'blob:two', fromSeconds: 0 }], [piece(0, 0, 10), piece(1, 4, 10)]);
    playback.play();
    runTo(10);
    expect(video.getAttribute('src')).toBe('blob:two');
    expect(video.currentTime).toBeCloseTo(4, 2);
  });

  it('stops at the end, on the last frame that is kept, and begins anew from there', () => {
    playback.show(places, [piece(0, 0, 4)]);
    playback.play();
    runTo(4);
    expect(playback.isPlaying.value).toBe(false);
    expect(playback.seconds.value).toBe(4);
    expect(video.currentTime).toBeLessThan(4);
    playback.play();
    expect(video.currentTime).toBeCloseTo(0, 2);
  });

  it('plays once without what is marked, and with it after', () => {
    playback.show(places, [piece(0, 0, 10)]);
    playback.seek(2);
    playback.play({ fromSeconds: 3, toSeconds: 6 });
    runTo(3);
    expect(playback.seconds.value).toBe(6);
    playback.pause();
    playback.seek(2);
    playback.play();
    runTo(3.5);
    expect(playback.seconds.value).toBeCloseTo(3.5);
  });

  it('stays where it is when something after it is cut, and at the end when that came before it', () => {
    playback.show(places, [piece(0, 0, 10)]);
    playback.seek(4);
    playback.show(places, [piece(0, 0, 6)]);
    expect(playback.seconds.value).toBe(4);
    playback.show(places, [piece(0, 0, 3)]);
    expect(playback.seconds.value).toBe(3);
    playback.show(places, []);
    expect(playback.seconds.value).toBe(0);
  });
});
