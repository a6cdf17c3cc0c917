import type { Level } from '../capture/capture.ts';
import { createHearing } from '../capture/hearing.ts';
import { peakOf } from '../capture/sound-peak.ts';

const everyMs = 40;

/** The level of a microphone of which no raw sound is to be had; in a hidden tab, where nobody looks, seldom. */
export const watchLevel = (track: MediaStreamTrack, onLevel: (level: Level) => void): (() => void) => {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 2048 });
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const hear = createHearing();
  // A browser may let no sound begin before a first press on the page, not even towards nowhere.
  const wake = () => void context.resume();
  addEventListener('pointerdown', wake);
  addEventListener('keydown', wake);
  const timer = setInterval(() => {
    // That is no silence.
    if (context.state !== 'running') return;
    analyser.getFloatTimeDomainData(samples);
    const peak = peakOf(samples);
    onLevel({ peak, ...hear(peak, everyMs / 1000) });
  }, everyMs);
  return () => {
    clearInterval(timer);
    removeEventListener('pointerdown', wake);
    removeEventListener('keydown', wake);
    void context.close();
  };
};
