import { type Sound, soundRate } from './hear-track.ts';

/** How long the voice waits for what the screen played at the same moment: it comes through another queue. */
const holdMs = 150;
/** A step between stamp and count that is more than jitter. */
const gapMs = 50;
const perMs = soundRate / 1000;

/**
 * The microphone's sound with the screen's in it, sample upon sample. The microphone gives the time: what the
 * screen did not send, because nothing played, is silence. Without an AudioContext, which macOS interrupts.
 */
export const createSoundMix = (onSound: (sound: Sound) => void) => {
  const voices: Sound[] = [];
  /** The screen's sound from `fromMs` on, without gaps. */
  let played: number[] = [];
  let fromMs = 0;
  const playedToMs = () => fromMs + played.length / perMs;

  const mix = ({ data, fromMs: atMs }: Sound): Sound => {
    const first = Math.round((atMs - fromMs) * perMs);
    const mixed = data.map((sample, at) => Math.max(-1, Math.min(1, sample + (played[first + at] ?? 0))));
    return { data: mixed, fromMs: atMs };
  };
  const forget = (untilMs: number) => {
    const count = Math.floor((untilMs - fromMs) * perMs);
    if (count <= 0) return;
    played.splice(0, count);
    fromMs += count / perMs;
  };

  return {
    onVoice(voice: Sound): void {
      voices.push(voice);
      const toMs = voice.fromMs + voice.data.length / perMs;
      for (;;) {
        const [next] = voices;
        if (!next) return;
        const endMs = next.fromMs + next.data.length / perMs;
        if (playedToMs() < endMs && toMs - endMs < holdMs) return;
        voices.shift();
        onSound(mix(next));
        forget(endMs - gapMs);
      }
    },
    onScreen(sound: Sound): void {
      if (Math.abs(sound.fromMs - playedToMs()) > gapMs) {
        const silence = Math.round((sound.fromMs - playedToMs()) * perMs);
        // Longer than what is still wanted, or backwards: a count begun anew.
        if (silence < 0 || silence > 10 * holdMs * perMs) [played, fromMs] = [[], sound.fromMs];
        else played.push(...new Array<number>(silence).fill(0));
      }
      played.push(...sound.data);
    },
  };
};
