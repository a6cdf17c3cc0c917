/** Zero crossings on each side: stop band under −60 dB, half a millisecond of delay at 48 kHz. */
const reach = 16;

const sinc = (x: number) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
/** Blackman's window over [−1, 1]. */
const window = (x: number) => 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x);

/**
 * A stream of mono sound at another rate, by a windowed sinc (Smith, Digital Audio Resampling). Bluetooth and
 * older microphones give 8, 16 or 44.1 kHz; every take of a demo has the same. No sample comes out before
 * those that it leans on are in, so what comes out is late by `reach` samples.
 */
export const createResampler = (fromRate: number, toRate: number) => {
  if (fromRate === toRate) return (samples: Float32Array<ArrayBuffer>) => samples;
  const step = fromRate / toRate;
  // Downwards, what the lower rate cannot hold is taken out.
  const cutoff = Math.min(1, toRate / fromRate);
  const span = Math.ceil(reach / cutoff);
  let kept: Float32Array<ArrayBuffer> = new Float32Array(span);
  /** Of the next sample out, in samples of `kept`. */
  let at = span;
  return (samples: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> => {
    const all = new Float32Array(kept.length + samples.length);
    all.set(kept);
    all.set(samples, kept.length);
    const out = new Float32Array(Math.max(0, Math.ceil((all.length - span - at) / step)));
    for (let index = 0; index < out.length; index++, at += step) {
      const middle = Math.floor(at);
      let sum = 0;
      for (let tap = middle - span + 1; tap <= middle + span; tap++) {
        const away = at - tap;
        sum += (all[tap] ?? 0) * cutoff * sinc(away * cutoff) * window(away / span);
      }
      out[index] = sum;
    }
    const done = Math.floor(at) - span;
    kept = all.slice(Math.max(0, done));
    at -= Math.max(0, done);
    return out;
  };
};
