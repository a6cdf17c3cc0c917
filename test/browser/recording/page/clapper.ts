const everySeconds = 1;
const clapSeconds = 0.13;
/** A take of two minutes and its pauses. */
const lastSeconds = 180;

/**
 * A camera that flashes and a microphone that beeps, by one clock. Chromium's fake camera plays a file frame
 * by frame and falls behind its fake microphone on a busy machine, so it cannot tell whether we keep time.
 */
export const openClapper = (): MediaStream => {
  const sound = new AudioContext();
  const tone = new OscillatorNode(sound, { frequency: 880 });
  const gate = new GainNode(sound, { gain: 0 });
  const microphone = new MediaStreamAudioDestinationNode(sound);
  tone.connect(gate).connect(microphone);
  tone.start();
  for (let at = everySeconds; at < lastSeconds; at += everySeconds) {
    gate.gain.setValueAtTime(0.7, at);
    gate.gain.setValueAtTime(0, at + clapSeconds);
  }
  const canvas = document.createElement('canvas');
  canvas.width = 320;
  canvas.height = 180;
  const picture = canvas.getContext('2d');
  const draw = () => {
    if (!picture) return;
    const isClap = sound.currentTime > everySeconds && sound.currentTime % everySeconds < clapSeconds;
    picture.fillStyle = isClap ? 'white' : 'black';
    picture.fillRect(0, 0, 320, 180);
    requestAnimationFrame(draw);
  };
  draw();
  return new MediaStream([...canvas.captureStream(30).getTracks(), ...microphone.stream.getTracks()]);
};
