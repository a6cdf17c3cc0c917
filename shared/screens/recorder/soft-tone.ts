/** Quiet enough that a microphone beside the loudspeaker hardly hears it, and no alarm. */
const loudest = 0.04;
const seconds = 0.6;

/** Two notes, one after the other, that come and go softly; to the loudspeaker alone. */
export const playSoftTone = async (): Promise<void> => {
  const sound = new AudioContext();
  const startsAt = sound.currentTime + 0.05;
  for (const [at, frequency] of [523.25, 659.25].entries()) {
    const from = startsAt + at * (seconds / 2);
    const note = new OscillatorNode(sound, { frequency });
    const gain = new GainNode(sound, { gain: 0 });
    gain.gain.setValueAtTime(0, from);
    gain.gain.linearRampToValueAtTime(loudest, from + seconds / 8);
    gain.gain.linearRampToValueAtTime(0, from + seconds / 2);
    note.connect(gain).connect(sound.destination);
    note.start(from);
    note.stop(from + seconds / 2);
  }
  await new Promise((resolve) => setTimeout(resolve, (seconds + 0.5) * 1000));
  await sound.close();
};
