/** Samples on each side that a new one is made of; more is not heard in speech. */
const lobes = 16;
/** Places between two samples that the filter is computed for. */
const phases = 256;

/** A windowed sinc (Hann), from 0 to `lobes`: what each of the samples around a place has to do with it. */
const kernel = Float32Array.from({ length: lobes * phases + 1 }, (_, at) => {
  const x = at / phases;
  if (x === 0) return 1;
  const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / lobes);
  return (Math.sin(Math.PI * x) / (Math.PI * x)) * window;
});

type Samples = Float32Array<ArrayBuffer>;

/** Sound at one rate → at another, chunk by chunk without a seam. What goes in is continuous; `end` gives the rest. */
export const createResampler = (fromRate: number, toRate: number) => {
  if (fromRate === toRate) return { push: (samples: Samples) => samples, end: () => new Float32Array() };
  const step = fromRate / toRate;
  // Where there are fewer samples than before, what they cannot hold is filtered out.
  const scale = Math.min(1, toRate / fromRate);
  const reach = Math.ceil(lobes / scale);
  let kept: Samples = new Float32Array(reach);
  /** Where the next new sample lies in `kept`. */
  let place = reach;

  const valueAt = (at: number): number => {
    let sum = 0;
    for (let tap = Math.ceil(at - reach); tap <= at + reach; tap++) {
      const weight = kernel[Math.round(Math.abs(at - tap) * scale * phases)];
      sum += (kept[tap] ?? 0) * (weight ?? 0);
    }
    return sum * scale;
  };
  const push = (samples: Samples): Samples => {
    const whole = new Float32Array(kept.length + samples.length);
    whole.set(kept);
    whole.set(samples, kept.length);
    kept = whole;
    const made = new Float32Array(Math.max(0, Math.ceil((kept.length - reach - place) / step)));
    for (let at = 0; at < made.length; at++) made[at] = valueAt(place + at * step);
    place += made.length * step;
    const done = Math.max(0, Math.floor(place) - reach);
    kept = kept.slice(done);
    place -= done;
    return made;
  };
  return { push, end: () => push(new Float32Array(reach)) };
};
