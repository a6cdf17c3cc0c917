/** The loudest sample of a chunk of sound, 0 to 1, over all its channels. */
export const peakOf = (sound: AudioData): number => {
  const samples = new Float32Array(sound.numberOfFrames);
  let peak = 0;
  for (let plane = 0; plane < sound.numberOfChannels; plane++) {
    sound.copyTo(samples, { planeIndex: plane, format: 'f32-planar' });
    for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  }
  return peak;
};
